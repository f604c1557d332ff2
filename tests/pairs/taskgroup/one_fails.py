# One fails: the others are cancelled, then the error goes on.
import asyncio

from say import say


async def job(name, seconds, fails):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        say("%s ends", name)
    except asyncio.CancelledError:
        say("%s told", name)
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("A", 1, False))
            group.create_task(job("B", 2, True))
            group.create_task(job("C", 3, False))
    except* ValueError as e:
        say("ValueError %s", e.exceptions[0])


asyncio.run(main())
