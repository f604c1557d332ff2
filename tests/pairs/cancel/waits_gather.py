# Cancelling who waits for a gather cancels every part.
import asyncio

from say import say


async def part(name, seconds):
    try:
        await asyncio.sleep(seconds)
        say("%s done", name)
    except asyncio.CancelledError:
        say("%s told", name)
        raise


async def whole():
    try:
        await asyncio.gather(part("A", 1), part("B", 5), part("C", 5))
    finally:
        say("whole leaves")


async def main():
    t = asyncio.create_task(whole())
    await asyncio.sleep(2)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
