# No time at all, but it is done: its result.
import asyncio

from say import say


async def job():
    return 3


async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    say("%d", await asyncio.wait_for(t, 0))
    say("%d", await asyncio.wait_for(t, -1))


asyncio.run(main())
