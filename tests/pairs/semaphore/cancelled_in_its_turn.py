# Cancelled when its turn had come: the place goes to the next.
import asyncio

from say import say


async def work(name, s):
    try:
        await s.acquire()
        say("%s in", name)
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    s = asyncio.Semaphore(1)
    await s.acquire()
    t = [asyncio.create_task(work(name, s)) for name in "AB"]
    await asyncio.sleep(0)
    s.release()
    t[0].cancel()
    await asyncio.wait(t)
    say("locked %d", s.locked())


asyncio.run(main())
