# A queue's items as an async generator.
import asyncio

from say import say


async def items(q):
    while True:
        n = await q.get()
        if n < 0:
            return
        yield n


async def fill(q):
    for n in (1, 2, 3, -1):
        await asyncio.sleep(1)
        await q.put(n)


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(fill(q))
    async for n in items(q):
        say("%d", n)
    await t
    say("end")


asyncio.run(main())
