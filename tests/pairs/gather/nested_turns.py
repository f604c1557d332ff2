# How many turns a nested gather takes to end.
import asyncio

from say import say


async def quick():
    say("quick")


async def turns(n):
    for i in range(n):
        say("turn %d", i)
        await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(turns(6))
    await asyncio.gather(asyncio.gather(quick()), quick())
    say("gathered")
    await t


asyncio.run(main())
