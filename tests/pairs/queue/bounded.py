# A full queue holds up who puts.
import asyncio

from say import say


async def producer(q):
    for i in range(5):
        await q.put(i)
        say("put %d", i)


async def consumer(q):
    for _ in range(5):
        await asyncio.sleep(1)
        say("got %d", await q.get())


async def main():
    q = asyncio.Queue(2)
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
