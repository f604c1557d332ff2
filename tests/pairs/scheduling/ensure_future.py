# ensure_future makes a task of a coroutine and leaves a task or a future as it is.
import asyncio

from say import say


async def value():
    say("runs")
    return 3


async def main():
    t = asyncio.ensure_future(value())
    same = asyncio.ensure_future(t)
    say("same %d", t is same)
    say("got %d", await same)


asyncio.run(main())
