# So many at a time; each gets a number of its own.
import asyncio

from say import say


async def work(name, seconds, b):
    await asyncio.sleep(seconds)
    i = await b.wait()
    say("%s passes, %d", name, i)


async def main():
    b = asyncio.Barrier(2)
    await asyncio.gather(work("A", 1, b), work("B", 2, b), work("C", 3, b), work("D", 4, b))
    say("%d wait", b.n_waiting)


asyncio.run(main())
