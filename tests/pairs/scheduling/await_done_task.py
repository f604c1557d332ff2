# Awaiting what is done does not wait.
import asyncio

from say import say


async def value():
    return 7


async def other():
    say("other")


async def main():
    t = asyncio.create_task(value())
    await asyncio.sleep(0)
    o = asyncio.create_task(other())
    say("value %d", await t)
    say("value %d again", await t)
    await o


asyncio.run(main())
