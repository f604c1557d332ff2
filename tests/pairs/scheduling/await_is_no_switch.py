# Awaiting a coroutine that does not wait lets nobody else run.
import asyncio

from say import say


async def other():
    say("other")


async def quick(n):
    say("quick %d", n)
    return n


async def main():
    t = asyncio.create_task(other())
    await quick(1)
    await quick(2)
    say("before the wait")
    await t
    say("after")


asyncio.run(main())
