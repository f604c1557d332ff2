# Cancelled while notified, in every order, with others waiting for the lock.
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


async def locks(name, c):
    async with c:
        say("%s has the lock", name)


async def main():
    c = asyncio.Condition()
    t = [asyncio.create_task(waits(name, c)) for name in "ABCD"]
    await asyncio.sleep(1)
    async with c:
        t.append(asyncio.create_task(locks("X", c)))
        await asyncio.sleep(0)
        c.notify(2)
        t[1].cancel()
        t[3].cancel()
        t.append(asyncio.create_task(locks("Y", c)))
        await asyncio.sleep(0)
        t[0].cancel()
    for turn in range(12):
        say("turn %d: %s", turn, "".join(str(int(x.done())) for x in t))
        await asyncio.sleep(0)
    t[2].cancel()
    await asyncio.wait(t)


asyncio.run(main())
