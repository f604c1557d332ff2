# First in, first out; getters in the order in which they came.
import asyncio

from say import say


async def takes(name, q):
    for _ in range(2):
        say("%s got %d", name, await q.get())


async def main():
    q = asyncio.Queue()
    t = [asyncio.create_task(takes(name, q)) for name in "AB"]
    await asyncio.sleep(1)
    for i in range(4):
        q.put_nowait(i)
    say("put four, %d in it", q.qsize())
    await asyncio.wait(t)


asyncio.run(main())
