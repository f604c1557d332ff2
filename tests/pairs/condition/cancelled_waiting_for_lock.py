# Notified, then cancelled while it waits for the lock: it gets the lock first, then it is told.
import asyncio

from say import say


async def waits(c):
    async with c:
        try:
            await c.wait()
            say("goes on")
        except asyncio.CancelledError:
            say("told, locked %d", c.locked())
            raise


async def main():
    c = asyncio.Condition()
    t = asyncio.create_task(waits(c))
    await asyncio.sleep(1)
    async with c:
        c.notify()
        await asyncio.sleep(1)
        say("cancel")
        t.cancel()
        await asyncio.sleep(1)
        say("release")
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
