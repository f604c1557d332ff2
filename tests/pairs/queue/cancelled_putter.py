# A putter is cancelled: its item never comes, the next one's does.
import asyncio

from say import say


async def puts(name, n, q):
    try:
        await q.put(n)
        say("%s put", name)
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    q = asyncio.Queue(1)
    await q.put(0)
    t = [asyncio.create_task(puts(name, n, q)) for n, name in enumerate("ABC", 1)]
    await asyncio.sleep(1)
    say("got %d", await q.get())
    t[0].cancel()
    await asyncio.sleep(1)
    say("got %d", await q.get())
    say("got %d", await q.get())
    await asyncio.wait(t)


asyncio.run(main())
