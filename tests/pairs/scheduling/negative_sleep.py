# A negative time is none: one turn.
import asyncio

from say import say


async def other():
    say("other")


async def main():
    t = asyncio.create_task(other())
    say("before")
    await asyncio.sleep(-5)
    say("after")
    await t


asyncio.run(main())
