# The gather is cancelled, but a part swallows it: the other's cancellation ends the gather.
import asyncio

from say import say


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        say("swallows")
    return 1


async def meek():
    await asyncio.sleep(10)
    return 2


async def whole():
    await asyncio.gather(stubborn(), meek())


async def main():
    t = asyncio.create_task(whole())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
