# All who wait are cancelled: the lock is free.
import asyncio

from say import say


async def wants(name, lock):
    try:
        await lock.acquire()
    finally:
        say("%s leaves", name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    t = [asyncio.create_task(wants(name, lock)) for name in "AB"]
    await asyncio.sleep(0)
    for x in t:
        x.cancel()
    await asyncio.wait(t)
    lock.release()
    say("locked %d", lock.locked())
    await lock.acquire()
    say("taken")


asyncio.run(main())
