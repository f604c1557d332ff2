# An empty group takes no turn.
import asyncio

from say import say


async def other():
    say("other")


async def main():
    t = asyncio.create_task(other())
    async with asyncio.TaskGroup():
        say("inside")
    say("behind")
    await t


asyncio.run(main())
