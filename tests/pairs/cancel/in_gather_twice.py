# A gather's waiter is cancelled twice while the parts take their time to leave.
import asyncio

from say import say


async def part(name, seconds):
    try:
        await asyncio.sleep(9)
    finally:
        try:
            await asyncio.shield(asyncio.sleep(seconds))
        except asyncio.CancelledError:
            say("%s told again", name)
        say("%s leaves", name)


async def whole():
    try:
        await asyncio.gather(part("A", 1))
    finally:
        say("whole leaves")


async def main():
    t = asyncio.create_task(whole())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
