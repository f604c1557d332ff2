# No time at all: the first wait throws.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(0):
            say("inside")
            await asyncio.sleep(0)
            say("never")
    except TimeoutError:
        say("TimeoutError")


asyncio.run(main())
