# Who waits for one task goes on in the order in which they came.
import asyncio

from say import say


async def slow():
    await asyncio.sleep(1)
    say("slow ends")
    return 5


async def waits(name, t):
    say("%s got %d", name, await t)


async def main():
    t = asyncio.create_task(slow())
    await asyncio.gather(waits("A", t), waits("B", t), waits("C", t))


asyncio.run(main())
