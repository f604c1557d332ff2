# The same with a coroutine: the limit's timer is the older one.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(1)
        say("job ends")
    except asyncio.CancelledError:
        say("job told")
        raise
    return 2


async def main():
    try:
        say("%d", await asyncio.wait_for(job(), 1))
    except asyncio.TimeoutError:
        say("TimeoutError")


asyncio.run(main())
