# Library calls as arguments: they are waits like any other.
import asyncio

from say import say


async def main():
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    say("both")
    await asyncio.wait_for(asyncio.sleep(1), 5)
    say("and one")


asyncio.run(main())
