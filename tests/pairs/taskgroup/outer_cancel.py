# Cancelled from outside: the task is told, and the group's task is cancelled.
import asyncio

from say import say


async def job(name):
    try:
        await asyncio.sleep(5)
    finally:
        say("%s leaves", name)


async def work():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("A"))
    finally:
        say("group left")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
