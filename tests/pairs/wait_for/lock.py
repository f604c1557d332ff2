# A limit on a lock: who gives up does not stand in the way.
import asyncio

from say import say


async def holder(lock):
    async with lock:
        await asyncio.sleep(3)
    say("released")


async def main():
    lock = asyncio.Lock()
    t = asyncio.create_task(holder(lock))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except asyncio.TimeoutError:
        say("gave up, locked %d", lock.locked())
    await lock.acquire()
    say("has it")
    await t


asyncio.run(main())
