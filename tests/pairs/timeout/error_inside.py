# An error inside is that error.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(1):
            raise ValueError("inside")
    except ValueError as e:
        say("%s", e)
    await asyncio.sleep(2)
    say("end")


asyncio.run(main())
