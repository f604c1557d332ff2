# Set already: no turn.
import asyncio

from say import say


async def other():
    say("other")


async def main():
    t = asyncio.create_task(other())
    e = asyncio.Event()
    e.set()
    say("%d", await e.wait())
    await t


asyncio.run(main())
