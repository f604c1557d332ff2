# No time at all: a coroutine never begins.
import asyncio

from say import say


async def job():
    say("begins")


async def main():
    try:
        await asyncio.wait_for(job(), 0)
    except asyncio.TimeoutError:
        say("TimeoutError")


asyncio.run(main())
