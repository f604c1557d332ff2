# With return_exceptions a cancelled part is one of the results.
import asyncio

from say import say


async def job(seconds):
    await asyncio.sleep(seconds)


async def main():
    t = [asyncio.create_task(job(5)), asyncio.create_task(job(2))]
    asyncio.get_running_loop().call_later(1, t[0].cancel)
    await asyncio.gather(*t, return_exceptions=True)
    say("%d %d", t[0].cancelled(), t[1].cancelled())


asyncio.run(main())
