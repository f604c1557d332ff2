# What is awaited swallows the cancellation: then who awaits goes on.
import asyncio

from say import say


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        say("inner swallows")
    return 3


async def outer():
    t = asyncio.create_task(inner())
    say("outer got %d", await t)
    say("outer goes on")


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
