# Closing one whose clean-up waits.
import asyncio

from say import say


async def ticks():
    try:
        while True:
            yield 1
    finally:
        await asyncio.sleep(2)
        say("tidy")


async def main():
    g = ticks()
    say("%d", await anext(g))
    await g.aclose()
    say("closed")


asyncio.run(main())
