# A value comes up through many awaits within one turn.
import asyncio

from say import say


async def deep(n):
    if n == 0:
        await asyncio.sleep(1)
        return 0
    return 1 + await deep(n - 1)


async def ticks():
    for i in range(3):
        await asyncio.sleep(0.5)
        say("tick %d", i)


async def main():
    t = asyncio.create_task(ticks())
    say("depth %d", await deep(50))
    await t


asyncio.run(main())
