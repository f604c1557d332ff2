# Two tasks, each with a generator of its own.
import asyncio

from say import say


def count(n):
    for i in range(n):
        yield i


async def show(name, n):
    for i in count(n):
        say("%s%d", name, i)
        await asyncio.sleep(1)


async def main():
    await asyncio.gather(show("A", 3), show("B", 2))


asyncio.run(main())
