# The brace is left when every task has ended.
import asyncio

from say import say


async def job(name, seconds):
    await asyncio.sleep(seconds)
    say("%s", name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(job("A", 3))
        group.create_task(job("B", 1))
        say("body ends")
    say("behind")


asyncio.run(main())
