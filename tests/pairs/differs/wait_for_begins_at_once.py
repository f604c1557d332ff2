# wait_for that is called, but not awaited yet.
import asyncio

from say import say


async def job():
    say("begins")
    await asyncio.sleep(1)
    say("ends")


async def main():
    w = asyncio.wait_for(job(), 5)
    await asyncio.sleep(3)
    say("awaiting")
    await w


asyncio.run(main())

# expect: 3 awaiting
# expect: 3 begins
# expect: 4 ends
