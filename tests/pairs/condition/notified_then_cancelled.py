# Notified and cancelled in one turn: it is told; the notification is lost.
import asyncio

from say import say


async def waits(name, c):
    async with c:
        try:
            await c.wait()
            say("%s goes on", name)
        except asyncio.CancelledError:
            say("%s told", name)
            raise


async def main():
    c = asyncio.Condition()
    t = [asyncio.create_task(waits(name, c)) for name in "AB"]
    await asyncio.sleep(1)
    async with c:
        c.notify()
        t[0].cancel()
    await asyncio.sleep(1)
    say("B done %d", t[1].done())
    async with c:
        c.notify()
    await asyncio.wait(t)


asyncio.run(main())
