# From the last task's end to what is behind the brace.
import asyncio

from say import say


async def quick():
    say("quick")


async def turns():
    for i in range(5):
        say("turn %d", i)
        await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(turns())
    async with asyncio.TaskGroup() as group:
        group.create_task(quick())
    say("behind")
    await t


asyncio.run(main())
