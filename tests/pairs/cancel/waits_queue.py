# Cancelled while it waits at a queue: the item goes to the next.
import asyncio

from say import say


async def takes(name, q):
    try:
        say("%s got %d", name, await q.get())
    except asyncio.CancelledError:
        say("%s gives up", name)


async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(takes(name, q)) for name in "AB"]
    await asyncio.sleep(1)
    tasks[0].cancel()
    q.put_nowait(7)
    await asyncio.wait(tasks)
    say("left %d", q.qsize())


asyncio.run(main())
