# The sleep ends at the very moment of the deadline, whose timer is the older.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(1)
            say("slept")
    except TimeoutError:
        say("TimeoutError")


asyncio.run(main())
