# A limit on a queue's get: no item is lost.
import asyncio

from say import say


async def main():
    q = asyncio.Queue()
    try:
        await asyncio.wait_for(q.get(), 1)
    except asyncio.TimeoutError:
        say("nothing came")
    q.put_nowait(5)
    say("got %d", await asyncio.wait_for(q.get(), 1))


asyncio.run(main())
