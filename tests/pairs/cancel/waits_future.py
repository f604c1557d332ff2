# Cancelling who waits for a future cancels the future.
import asyncio

from say import say


async def waits(f):
    try:
        await f
    except asyncio.CancelledError:
        say("told, future cancelled %d", f.cancelled())
        raise


async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(waits(f))
    await asyncio.sleep(0)
    t.cancel()
    say("future cancelled %d", f.cancelled())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    say("cancelled %d", t.cancelled())


asyncio.run(main())
