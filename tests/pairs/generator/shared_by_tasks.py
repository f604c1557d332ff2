# One generator that two tasks take from.
import asyncio

from say import say


def count(n):
    for i in range(n):
        yield i


async def takes(name, g):
    for i in g:
        say("%s%d", name, i)
        await asyncio.sleep(0)


async def main():
    g = count(5)
    await asyncio.gather(takes("A", g), takes("B", g))


asyncio.run(main())
