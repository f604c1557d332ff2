# One that takes from another.
import asyncio

from say import say


async def source():
    for i in range(3):
        await asyncio.sleep(1)
        say("source %d", i)
        yield i


async def doubled():
    async for i in source():
        yield 2 * i


async def main():
    async for x in doubled():
        say("%d", x)


asyncio.run(main())
