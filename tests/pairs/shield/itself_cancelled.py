# Cancelling the shield's own future leaves the task alone.
import asyncio

from say import say


async def job():
    await asyncio.sleep(3)
    say("job ends")


async def main():
    t = asyncio.create_task(job())
    s = asyncio.shield(t)
    await asyncio.sleep(1)
    say("cancel %d", s.cancel())
    say("%d %d", s.cancelled(), t.done())
    await t


asyncio.run(main())
