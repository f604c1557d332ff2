# Between the release and the next one's turn nobody overtakes.
import asyncio

from say import say


async def waits(lock):
    await lock.acquire()
    say("waiter has it")
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    t = asyncio.create_task(waits(lock))
    await asyncio.sleep(0)
    lock.release()
    say("locked %d", lock.locked())
    await lock.acquire()
    say("main has it again")
    lock.release()
    await t


asyncio.run(main())
