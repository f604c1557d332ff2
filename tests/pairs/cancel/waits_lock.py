# Cancelled while it waits for a lock: the next one gets it.
import asyncio

from say import say


async def wants(name, lock):
    try:
        async with lock:
            say("%s has it", name)
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        say("%s gives up", name)


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(wants(name, lock)) for name in "ABC"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    say("locked %d", lock.locked())


asyncio.run(main())
