# What does not wait says no.
import asyncio

from say import say


async def main():
    q = asyncio.Queue(1)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty:
        say("empty")
    q.put_nowait(1)
    try:
        q.put_nowait(2)
    except asyncio.QueueFull:
        say("full")
    say("%d %d %d", q.full(), q.empty(), q.get_nowait())


asyncio.run(main())
