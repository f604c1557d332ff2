# A waiter that is cancelled leaves; the others wait on.
import asyncio

from say import say


async def work(name, b):
    try:
        await b.wait()
        say("%s passes", name)
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    b = asyncio.Barrier(3)
    t = [asyncio.create_task(work(name, b)) for name in "AB"]
    await asyncio.sleep(1)
    say("%d wait", b.n_waiting)
    t[0].cancel()
    await asyncio.sleep(1)
    say("%d wait", b.n_waiting)
    t += [asyncio.create_task(work(name, b)) for name in "CD"]
    await asyncio.wait(t)


asyncio.run(main())
