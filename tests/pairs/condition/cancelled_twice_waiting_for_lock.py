# Cancelled once while it waits to be notified, once more while it waits for the lock.
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
        t[0].cancel()
        t[1].cancel()
        await asyncio.sleep(1)
        say("release")
    for turn in range(6):
        say("turn %d: %d %d", turn, t[0].done(), t[1].done())
        await asyncio.sleep(0)


asyncio.run(main())
