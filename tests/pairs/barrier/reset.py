# Reset: whoever waits gets the error; the next round works.
import asyncio

from say import say


async def work(name, b):
    try:
        await b.wait()
        say("%s passes", name)
    except asyncio.BrokenBarrierError:
        say("%s: broken", name)


async def main():
    b = asyncio.Barrier(2)
    a = asyncio.create_task(work("A", b))
    await asyncio.sleep(1)
    await b.reset()
    await a
    await asyncio.gather(work("B", b), work("C", b))
    say("broken %d", b.broken)


asyncio.run(main())
