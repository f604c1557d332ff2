# The body fails: the task is cancelled.
import asyncio

from say import say


async def job(name):
    try:
        await asyncio.sleep(5)
    finally:
        say("%s leaves", name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("A"))
            await asyncio.sleep(1)
            raise ValueError("body")
    except* ValueError as e:
        say("%s", e.exceptions[0])


asyncio.run(main())
