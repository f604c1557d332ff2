# break leaves one that has a name open; it is closed by hand.
import asyncio

from say import say


async def ticks():
    try:
        for i in range(9):
            await asyncio.sleep(1)
            yield i
    finally:
        say("closed")


async def main():
    g = ticks()
    async for i in g:
        say("%d", i)
        if i == 1:
            break
    say("left")
    async for i in g:
        say("%d", i)
        if i == 3:
            break
    await g.aclose()
    say("end")


asyncio.run(main())
