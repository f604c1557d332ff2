# Who waits at the brace is cancelled before the task has begun: that one begins, and is told a turn later.
import asyncio

from say import say


async def child():
    say("begins")
    try:
        await asyncio.sleep(5)
    finally:
        say("child leaves")


async def outer():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    t.cancel()
    for turn in range(5):
        say("turn %d", turn)
        await asyncio.sleep(0)
    say("cancelled %d", t.cancelled())


asyncio.run(main())
