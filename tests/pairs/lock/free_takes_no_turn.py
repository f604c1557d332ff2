# A free lock is taken without a turn.
import asyncio

from say import say


async def other():
    say("other")


async def main():
    t = asyncio.create_task(other())
    lock = asyncio.Lock()
    say("%d", await lock.acquire())
    say("locked %d", lock.locked())
    lock.release()
    say("locked %d", lock.locked())
    await t


asyncio.run(main())
