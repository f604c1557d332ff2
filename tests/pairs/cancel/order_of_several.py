# Several sleepers cancelled in one turn leave in the order in which they were cancelled.
import asyncio

from say import say


async def nap(name):
    try:
        await asyncio.sleep(10)
    finally:
        say("%s leaves", name)


async def main():
    a, b, c = [asyncio.create_task(nap(name)) for name in "ABC"]
    await asyncio.sleep(1)
    c.cancel()
    a.cancel()
    b.cancel()
    await asyncio.wait([a, b, c])


asyncio.run(main())
