# Cancelled from outside when a task has just failed: the failure goes on.
import asyncio

from say import say


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def work():
    async with asyncio.TaskGroup() as group:
        group.create_task(bad())


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    await asyncio.sleep(0)
    say("cancel %d", t.cancel())
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
