# A gather that is done cannot be cancelled.
import asyncio

from say import say


async def job():
    return 1


async def main():
    g = asyncio.gather(job(), job())
    await g
    say("cancel %d, cancelled %d", g.cancel(), g.cancelled())


asyncio.run(main())
