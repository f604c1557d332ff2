# The job ends at the very moment of the limit: its timer is the older one.
import asyncio

from say import say


async def job():
    await asyncio.sleep(1)
    say("job ends")
    return 2


async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    try:
        say("%d", await asyncio.wait_for(t, 1))
    except asyncio.TimeoutError:
        say("TimeoutError")


asyncio.run(main())
