# Two tasks, each with one.
import asyncio

from say import say


async def ticks(name, n, seconds):
    for i in range(n):
        await asyncio.sleep(seconds)
        say("%s makes %d", name, i)
        yield i


async def show(name, n, seconds):
    async for i in ticks(name, n, seconds):
        say("%s takes %d", name, i)


async def main():
    await asyncio.gather(show("A", 3, 1), show("B", 2, 1.5))


asyncio.run(main())
