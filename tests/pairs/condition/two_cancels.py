# Two waiters cancelled in one turn leave one after the other.
import asyncio

from say import say


async def waits(name, c):
    async with c:
        try:
            await c.wait()
        finally:
            say("%s leaves", name)
            await asyncio.sleep(0)


async def main():
    c = asyncio.Condition()
    t = [asyncio.create_task(waits(name, c)) for name in "ABC"]
    await asyncio.sleep(1)
    t[1].cancel()
    t[0].cancel()
    t[2].cancel()
    await asyncio.wait(t)
    say("locked %d", c.locked())


asyncio.run(main())
