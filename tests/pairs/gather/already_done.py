# Parts that are done already: it still takes a turn.
import asyncio

from say import say


async def value(n):
    return n


async def other():
    say("other")


async def main():
    t = [asyncio.create_task(value(i)) for i in range(2)]
    await asyncio.sleep(0)
    o = asyncio.create_task(other())
    say("gathering")
    r = await asyncio.gather(*t)
    say("%d %d", r[0], r[1])
    await o


asyncio.run(main())
