# In time: its result.
import asyncio

from say import say


async def job():
    await asyncio.sleep(1)
    return 8


async def main():
    say("%d", await asyncio.wait_for(job(), 2))
    await asyncio.sleep(2)
    say("end")


asyncio.run(main())
