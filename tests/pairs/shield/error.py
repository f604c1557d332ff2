# An error comes through a shield.
import asyncio

from say import say


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def main():
    try:
        await asyncio.shield(bad())
    except ValueError as e:
        say("%s", e)


asyncio.run(main())
