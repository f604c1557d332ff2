# A deadline around a loop over one.
import asyncio

from say import say


async def ticks():
    i = 0
    while True:
        await asyncio.sleep(1)
        yield i
        i += 1


async def main():
    g = ticks()
    try:
        async with asyncio.timeout(2.5):
            async for i in g:
                say("%d", i)
    except TimeoutError:
        say("TimeoutError")


asyncio.run(main())
