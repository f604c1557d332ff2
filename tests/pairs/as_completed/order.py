# As they are done, not as they were given.
import asyncio

from say import say


async def job(n, seconds):
    await asyncio.sleep(seconds)
    return n


async def main():
    for f in asyncio.as_completed([asyncio.create_task(job(1, 3)), asyncio.create_task(job(2, 1)),
                                   asyncio.create_task(job(3, 2))]):
        say("%d", await f)


asyncio.run(main())
