# wait_for looks again each time it is notified.
import asyncio

from say import say


ready = 0


async def waits(name, least, c):
    async with c:
        await c.wait_for(lambda: ready >= least)
        say("%s: %d", name, ready)


async def main():
    global ready
    c = asyncio.Condition()
    t = [asyncio.create_task(waits(name, least, c)) for name, least in (("A", 3), ("B", 1), ("C", 2))]
    for ready in range(1, 4):
        await asyncio.sleep(1)
        async with c:
            c.notify_all()
    await asyncio.wait(t)


asyncio.run(main())
