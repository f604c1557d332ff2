# After its first error a gather is done: cancelling it tells nobody.
import asyncio

from say import say


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def good():
    try:
        await asyncio.sleep(3)
        say("good ends")
    except asyncio.CancelledError:
        say("good told")


async def main():
    g = asyncio.gather(bad(), good())
    try:
        await g
    except ValueError:
        say("ValueError, cancel %d", g.cancel())
    await asyncio.sleep(5)


asyncio.run(main())
