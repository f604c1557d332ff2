# A getter is cancelled when an item had come for it: the next one gets it.
import asyncio

from say import say


async def takes(name, q):
    try:
        say("%s got %d", name, await q.get())
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    q = asyncio.Queue()
    t = [asyncio.create_task(takes(name, q)) for name in "AB"]
    await asyncio.sleep(1)
    q.put_nowait(7)
    t[0].cancel()
    await asyncio.wait(t)
    say("left %d", q.qsize())


asyncio.run(main())
