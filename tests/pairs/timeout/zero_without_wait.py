# No time at all, but nothing waits: nothing happens.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(0):
            say("inside")
    except TimeoutError:
        say("TimeoutError")
    await asyncio.sleep(1)
    say("end")


asyncio.run(main())
