# Two await a task that fails: both are told.
import asyncio

from say import say


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def waits(name, t):
    try:
        await t
    except ValueError:
        say("%s told", name)


async def main():
    t = asyncio.create_task(bad())
    await asyncio.gather(waits("A", t), waits("B", t))


asyncio.run(main())
