# An error that leaves it comes out of the loop.
import asyncio

from say import say


async def bad():
    yield 1
    await asyncio.sleep(1)
    raise ValueError("bad")


async def main():
    try:
        async for x in bad():
            say("%d", x)
    except ValueError as e:
        say("%s", e)


asyncio.run(main())
