# A task fails while the body waits: the body's wait throws.
import asyncio

from say import say


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                say("body told")
                raise
    except* ValueError as e:
        say("%s", e.exceptions[0])


asyncio.run(main())
