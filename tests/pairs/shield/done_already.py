# A shield around what is done.
import asyncio

from say import say


async def value():
    return 2


async def main():
    t = asyncio.create_task(value())
    await asyncio.sleep(0)
    say("%d", await asyncio.shield(t))


asyncio.run(main())
