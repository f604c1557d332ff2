# One fails before the others have begun: they never do.
import asyncio

from say import say


async def bad():
    raise ValueError("at once")


async def job():
    say("never")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad())
            await asyncio.sleep(0)
            group.create_task(job())
    except* ValueError as e:
        say("%s", e.exceptions[0])


asyncio.run(main())
