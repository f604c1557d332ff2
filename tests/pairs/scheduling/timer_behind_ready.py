# A timer that is due makes its task ready behind those that are ready already.
import asyncio

from say import say


async def nap(name, seconds):
    await asyncio.sleep(seconds)
    say("%s wakes", name)


async def busy():
    await asyncio.sleep(1)
    for i in range(3):
        say("busy %d", i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(busy(), nap("A", 1), nap("B", 1))


asyncio.run(main())
