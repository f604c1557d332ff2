# The last one in is the first one out.
import asyncio

from say import say


async def main():
    q = asyncio.LifoQueue()
    for i in range(4):
        await q.put(i)
    while not q.empty():
        say("%d", await q.get())


asyncio.run(main())
