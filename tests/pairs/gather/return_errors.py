# With return_exceptions it waits for all.
import asyncio

from say import say


async def job(n, seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("job %d" % n)
    return n


async def main():
    t = [asyncio.create_task(job(1, 3, False)), asyncio.create_task(job(2, 1, True))]
    await asyncio.gather(*t, return_exceptions=True)
    say("%d", t[0].result())
    say("%s", t[1].exception())


asyncio.run(main())
