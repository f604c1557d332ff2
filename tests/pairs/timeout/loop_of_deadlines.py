# One deadline after the other.
import asyncio

from say import say


async def main():
    for i in range(4):
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(0.5 * i)
                say("%d in time", i)
        except TimeoutError:
            say("%d too late", i)


asyncio.run(main())
