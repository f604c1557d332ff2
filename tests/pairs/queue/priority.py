# The smallest first; a getter that waits takes what comes.
import asyncio

from say import say


async def takes(q):
    for _ in range(4):
        say("%d", await q.get())
        await asyncio.sleep(1)


async def main():
    q = asyncio.PriorityQueue()
    t = asyncio.create_task(takes(q))
    await asyncio.sleep(0)
    for n in (5, 1, 4, 2):
        q.put_nowait(n)
    await t


asyncio.run(main())
