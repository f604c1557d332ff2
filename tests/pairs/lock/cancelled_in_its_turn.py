# Cancelled between the release and its turn: the next one has it.
import asyncio

from say import say


async def wants(name, lock):
    try:
        await lock.acquire()
        say("%s has it", name)
        lock.release()
    except asyncio.CancelledError:
        say("%s told", name)
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(wants("A", lock))
    b = asyncio.create_task(wants("B", lock))
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    await asyncio.wait([a, b])
    say("locked %d", lock.locked())


asyncio.run(main())
