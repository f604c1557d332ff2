# A waiter that is cancelled does not cost a place.
import asyncio

from say import say


async def work(name, s):
    try:
        async with s:
            say("%s in", name)
            await asyncio.sleep(2)
    except asyncio.CancelledError:
        say("%s gives up", name)


async def main():
    s = asyncio.Semaphore(1)
    t = [asyncio.create_task(work(name, s)) for name in "ABC"]
    await asyncio.sleep(1)
    t[1].cancel()
    await asyncio.wait(t)
    say("locked %d", s.locked())


asyncio.run(main())
