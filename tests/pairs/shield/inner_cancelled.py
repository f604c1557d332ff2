# Cancelling what is behind it comes through.
import asyncio

from say import say


async def job():
    await asyncio.sleep(3)


async def main():
    t = asyncio.create_task(job())
    s = asyncio.shield(t)
    await asyncio.sleep(1)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        say("CancelledError, %d %d", t.cancelled(), s.cancelled())


asyncio.run(main())
