# All parts swallow it: the gather is cancelled all the same.
import asyncio

from say import say


async def stubborn(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        say("%s swallows", name)
    return 1


async def main():
    g = asyncio.gather(stubborn("A"), stubborn("B"))
    await asyncio.sleep(1)
    g.cancel()
    try:
        await g
        say("a result")
    except asyncio.CancelledError:
        say("CancelledError")


asyncio.run(main())
