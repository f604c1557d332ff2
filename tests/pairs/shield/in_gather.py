# One part of a cancelled gather is shielded.
import asyncio

from say import say


async def job(name):
    try:
        await asyncio.sleep(2)
        say("%s ends", name)
    except asyncio.CancelledError:
        say("%s told", name)
        raise


async def main():
    kept = asyncio.create_task(job("kept"))
    g = asyncio.gather(asyncio.shield(kept), job("lost"))
    await asyncio.sleep(1)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        say("CancelledError")
    await kept


asyncio.run(main())
