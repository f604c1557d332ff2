# Several waiters cancelled, then two places: the ones that stayed get them.
import asyncio

from say import say


async def work(name, s):
    try:
        await s.acquire()
        say("%s in", name)
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    s = asyncio.Semaphore(0)
    t = [asyncio.create_task(work(name, s)) for name in "ABCDE"]
    await asyncio.sleep(0)
    t[0].cancel()
    t[2].cancel()
    s.release()
    s.release()
    for turn in range(4):
        say("turn %d", turn)
        await asyncio.sleep(0)
    s.release()
    await asyncio.wait(t)


asyncio.run(main())
