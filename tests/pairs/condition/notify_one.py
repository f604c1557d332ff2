# notify wakes the one that waits longest, once the lock is free.
import asyncio

from say import say


async def waits(name, c):
    async with c:
        say("%s waits", name)
        await c.wait()
        say("%s goes on", name)


async def main():
    c = asyncio.Condition()
    t = [asyncio.create_task(waits(name, c)) for name in "AB"]
    await asyncio.sleep(1)
    async with c:
        c.notify()
        say("notified")
        await asyncio.sleep(1)
    await asyncio.sleep(1)
    async with c:
        c.notify_all()
    await asyncio.wait(t)


asyncio.run(main())
