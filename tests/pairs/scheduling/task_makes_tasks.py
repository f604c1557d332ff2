# A task's own tasks come behind those that are ready.
import asyncio

from say import say


async def leaf(name):
    say("leaf %s", name)


async def branch(name):
    say("branch %s", name)
    t = asyncio.create_task(leaf(name))
    await asyncio.sleep(0)
    say("branch %s again", name)
    await t


async def main():
    await asyncio.gather(branch("A"), branch("B"))


asyncio.run(main())
