# Set and cleared in one turn: who waited goes on all the same.
import asyncio

from say import say


async def waits(e):
    await e.wait()
    say("goes on, set %d", e.is_set())


async def main():
    e = asyncio.Event()
    t = asyncio.create_task(waits(e))
    await asyncio.sleep(1)
    e.set()
    e.clear()
    await t
    u = asyncio.create_task(waits(e))
    await asyncio.sleep(1)
    say("done %d", u.done())
    e.set()
    await u


asyncio.run(main())
