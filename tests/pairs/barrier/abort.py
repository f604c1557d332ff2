# Aborted: whoever waits and whoever comes gets BrokenBarrierError.
import asyncio

from say import say


async def work(name, b):
    try:
        await b.wait()
    except asyncio.BrokenBarrierError:
        say("%s: broken", name)


async def main():
    b = asyncio.Barrier(3)
    t = [asyncio.create_task(work(name, b)) for name in "AB"]
    await asyncio.sleep(1)
    await b.abort()
    await asyncio.wait(t)
    await work("C", b)
    say("broken %d", b.broken)


asyncio.run(main())
