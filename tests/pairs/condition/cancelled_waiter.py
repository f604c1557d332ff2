# A cancelled waiter has the lock again when it is told.
import asyncio

from say import say


async def waits(name, c):
    async with c:
        try:
            await c.wait()
            say("%s goes on", name)
        except asyncio.CancelledError:
            say("%s told, locked %d", name, c.locked())
            raise


async def main():
    c = asyncio.Condition()
    t = [asyncio.create_task(waits(name, c)) for name in "AB"]
    await asyncio.sleep(1)
    async with c:
        t[0].cancel()
        await asyncio.sleep(1)
        say("lock held, done %d", t[0].done())
        c.notify_all()
    await asyncio.wait(t)


asyncio.run(main())
