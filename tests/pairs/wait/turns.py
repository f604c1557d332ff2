# From the last task's end to who waits for all.
import asyncio

from say import say


async def nap():
    await asyncio.sleep(1)
    say("ends")


async def turns():
    await asyncio.sleep(1)
    for i in range(4):
        say("turn %d", i)
        await asyncio.sleep(0)


async def main():
    t = [asyncio.create_task(nap()), asyncio.create_task(nap())]
    o = asyncio.create_task(turns())
    await asyncio.wait(t)
    say("waited")
    await o


asyncio.run(main())
