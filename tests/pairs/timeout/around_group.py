# A deadline around a group: its task that is left is cancelled.
import asyncio

from say import say


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        say("%s ends", name)
    except asyncio.CancelledError:
        say("%s told", name)
        raise


async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                group.create_task(job("A", 1))
                group.create_task(job("B", 3))
    except TimeoutError:
        say("TimeoutError")


asyncio.run(main())
