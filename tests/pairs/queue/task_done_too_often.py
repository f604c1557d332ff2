# task_done more often than put.
import asyncio

from say import say


async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    await q.get()
    q.task_done()
    try:
        q.task_done()
    except ValueError:
        say("ValueError")


asyncio.run(main())
