# Nested: the inner one passes first; the outer block goes on.
import asyncio

from say import say


async def main():
    async with asyncio.timeout(5):
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(10)
        except TimeoutError:
            say("inner")
        await asyncio.sleep(1)
        say("goes on")


asyncio.run(main())
