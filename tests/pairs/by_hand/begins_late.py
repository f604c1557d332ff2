# A coroutine object does nothing until it is awaited.
import asyncio

from say import say


async def job():
    say("begins")
    return 2


async def main():
    c = job()
    say("made")
    await asyncio.sleep(1)
    say("%d", await c)


asyncio.run(main())
