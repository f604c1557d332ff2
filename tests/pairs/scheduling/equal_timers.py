# Timers of the same moment go off in the order in which they were made.
import asyncio

from say import say


async def nap(name, seconds):
    await asyncio.sleep(seconds)
    say("%s wakes", name)


async def main():
    jobs = [("A", 2), ("B", 1), ("C", 2), ("D", 1), ("E", 1), ("F", 2)]
    await asyncio.gather(*[nap(name, seconds) for name, seconds in jobs])


asyncio.run(main())
