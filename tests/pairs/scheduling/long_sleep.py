# Timers far apart and close together.
import asyncio

from say import say


async def nap(name, seconds):
    await asyncio.sleep(seconds)
    say("%s", name)


async def main():
    await asyncio.gather(nap("a day", 86400), nap("an hour", 3600), nap("a thousandth", 0.001),
                         nap("a second", 1), nap("a thousandth more", 1.001))


asyncio.run(main())
