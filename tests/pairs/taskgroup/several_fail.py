# Two fail at the same moment: both are errors of the group, the first is the one that goes on.
import asyncio

from say import say


async def bad(name):
    await asyncio.sleep(1)
    say("%s fails", name)
    raise ValueError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad("A"))
            group.create_task(bad("B"))
    except* ValueError as e:
        say("%s", e.exceptions[0])


asyncio.run(main())
