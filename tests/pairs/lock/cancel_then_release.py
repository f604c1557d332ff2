# The first is cancelled and the lock released in one turn.
import asyncio

from say import say


async def wants(name, lock):
    try:
        await lock.acquire()
        say("%s has it", name)
        lock.release()
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    t = [asyncio.create_task(wants(name, lock)) for name in "ABC"]
    await asyncio.sleep(0)
    t[0].cancel()
    lock.release()
    for turn in range(4):
        say("turn %d", turn)
        await asyncio.sleep(0)


asyncio.run(main())
