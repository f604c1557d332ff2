# A task of the group that is cancelled alone is no failure.
import asyncio

from say import say


async def job(name, seconds):
    await asyncio.sleep(seconds)
    say("%s ends", name)


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(job("A", 3))
        group.create_task(job("B", 4))
        await asyncio.sleep(1)
        a.cancel()
    say("behind, A cancelled %d", a.cancelled())


asyncio.run(main())
