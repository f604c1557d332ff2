# One that does not wait takes no turn.
import asyncio

from say import say


async def count(n):
    for i in range(n):
        yield i


async def other():
    say("other")


async def main():
    t = asyncio.create_task(other())
    async for i in count(3):
        say("%d", i)
    say("end")
    await t


asyncio.run(main())
