# A waiter that is cancelled; and one that is cancelled after the event was set.
import asyncio

from say import say


async def waits(name, e):
    try:
        await e.wait()
        say("%s goes on", name)
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    e = asyncio.Event()
    t = [asyncio.create_task(waits(name, e)) for name in "ABC"]
    await asyncio.sleep(1)
    t[0].cancel()
    e.set()
    t[1].cancel()
    await asyncio.wait(t)


asyncio.run(main())
