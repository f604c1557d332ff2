# Two wait for one task; cancelling one of them cancels the task, and so the other.
import asyncio

from say import say


async def slow():
    await asyncio.sleep(10)


async def waits(name, t):
    try:
        await t
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    t = asyncio.create_task(slow())
    a = asyncio.create_task(waits("A", t))
    b = asyncio.create_task(waits("B", t))
    await asyncio.sleep(1)
    b.cancel()
    await asyncio.wait([a, b])
    say("slow cancelled %d", t.cancelled())


asyncio.run(main())
