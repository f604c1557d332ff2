# Results stand in the order of the arguments, whoever was first.
import asyncio

from say import say


async def job(n, seconds):
    await asyncio.sleep(seconds)
    say("job %d", n)
    return n


async def main():
    r = await asyncio.gather(job(1, 3), job(2, 1), job(3, 2))
    say("%d %d %d", r[0], r[1], r[2])


asyncio.run(main())
