# Two at a time, in order.
import asyncio

from say import say


async def work(name, s):
    async with s:
        say("%s in", name)
        await asyncio.sleep(1)
        say("%s out", name)


async def main():
    s = asyncio.Semaphore(2)
    await asyncio.gather(*[work(name, s) for name in "ABCDE"])


asyncio.run(main())
