# Two errors in one turn: the first in time goes out.
import asyncio

from say import say


async def bad(name):
    await asyncio.sleep(1)
    raise ValueError(name)


async def main():
    try:
        await asyncio.gather(bad("A"), bad("B"))
    except ValueError as e:
        say("%s", e)


asyncio.run(main())
