# Turn by turn through a queue of one.
import asyncio

from say import say


async def producer(q):
    for i in range(3):
        say("putting %d", i)
        await q.put(i)
        say("put %d", i)


async def consumer(q):
    for _ in range(3):
        say("getting")
        say("got %d", await q.get())


async def main():
    q = asyncio.Queue(1)
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
