# A plain semaphore may be released more often than acquired.
import asyncio

from say import say


async def work(name, s):
    await s.acquire()
    say("%s in", name)


async def main():
    s = asyncio.Semaphore(0)
    t = [asyncio.create_task(work(name, s)) for name in "ABC"]
    await asyncio.sleep(1)
    s.release()
    s.release()
    await asyncio.sleep(1)
    s.release()
    await asyncio.wait(t)
    say("locked %d", s.locked())


asyncio.run(main())
