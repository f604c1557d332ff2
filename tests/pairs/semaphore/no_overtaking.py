# Who comes between a release and the next one's turn waits.
import asyncio

from say import say


async def work(name, s):
    await s.acquire()
    say("%s in", name)
    s.release()


async def main():
    s = asyncio.Semaphore(1)
    await s.acquire()
    t = asyncio.create_task(work("A", s))
    await asyncio.sleep(0)
    s.release()
    say("locked %d", s.locked())
    await work("main", s)
    await t


asyncio.run(main())
