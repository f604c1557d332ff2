# join waits until every item is dealt with.
import asyncio

from say import say


async def worker(name, q):
    while True:
        n = await q.get()
        await asyncio.sleep(n)
        say("%s did %d", name, n)
        q.task_done()


async def main():
    q = asyncio.Queue()
    for n in (3, 1, 2, 1):
        q.put_nowait(n)
    t = [asyncio.create_task(worker(name, q)) for name in "AB"]
    await q.join()
    say("all done")
    for x in t:
        x.cancel()
    await asyncio.wait(t)


asyncio.run(main())
