# Waiting for all takes no part in their errors.
import asyncio

from say import say


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def good():
    await asyncio.sleep(2)


async def main():
    t = [asyncio.create_task(bad()), asyncio.create_task(good())]
    await asyncio.wait(t)
    say("%s", type(t[0].exception()).__name__)
    say("%d", t[1].exception() is None)


asyncio.run(main())
