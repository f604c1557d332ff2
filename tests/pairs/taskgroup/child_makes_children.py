# A child's own group inside a group.
import asyncio

from say import say


async def leaf(name, seconds):
    await asyncio.sleep(seconds)
    say("leaf %s", name)


async def branch(name):
    async with asyncio.TaskGroup() as group:
        group.create_task(leaf(name + "1", 2))
        group.create_task(leaf(name + "2", 1))
    say("branch %s", name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(branch("A"))
        group.create_task(branch("B"))
    say("end")


asyncio.run(main())
