# The body fails while the child needs time to leave: a second error is told, not raised.
import asyncio

from say import say


async def child():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        say("child leaves")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(1)
            raise ValueError("body")
    except* ValueError as e:
        say("%s", e.exceptions[0])


asyncio.run(main())
