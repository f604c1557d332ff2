# All are done: it does not even take a turn.
import asyncio

from say import say


async def value():
    return 1


async def other():
    say("other")


async def main():
    t = [asyncio.create_task(value())]
    await asyncio.sleep(0)
    o = asyncio.create_task(other())
    await asyncio.wait(t)
    say("waited")
    await o


asyncio.run(main())
