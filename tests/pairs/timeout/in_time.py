# A deadline that is kept.
import asyncio

from say import say


async def main():
    async with asyncio.timeout(2):
        await asyncio.sleep(1)
        say("in time")
    await asyncio.sleep(5)
    say("end")


asyncio.run(main())
