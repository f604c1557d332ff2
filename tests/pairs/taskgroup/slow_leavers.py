# Cancelled tasks that need time to leave: the group waits for them.
import asyncio

from say import say


async def slow():
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(3)
        say("slow is tidy")


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(bad())
    except* ValueError:
        say("ValueError")


asyncio.run(main())
