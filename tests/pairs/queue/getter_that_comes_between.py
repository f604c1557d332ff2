# A getter that comes between an item and the turn of the one that was woken for it.
import asyncio

from say import say


async def takes(name, q):
    say("%s got %d", name, await q.get())


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(takes("A", q))
    await asyncio.sleep(1)
    q.put_nowait(1)
    u = asyncio.create_task(takes("B", q))
    say("main got %d", await q.get())
    q.put_nowait(2)
    await asyncio.sleep(1)
    q.put_nowait(3)
    await asyncio.wait([t, u])


asyncio.run(main())
