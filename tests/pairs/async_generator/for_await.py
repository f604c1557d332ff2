# It may wait between its values.
import asyncio

from say import say


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i


async def main():
    async for i in ticks(3):
        say("tick %d", i)
    say("end")


asyncio.run(main())
