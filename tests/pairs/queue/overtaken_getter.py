# An item that is taken before the getter that was woken for it runs: that one waits again.
import asyncio

from say import say


async def takes(name, q):
    say("%s got %d", name, await q.get())


async def main():
    q = asyncio.Queue()
    t = [asyncio.create_task(takes(name, q)) for name in "AB"]
    await asyncio.sleep(1)
    q.put_nowait(1)
    say("main got %d", q.get_nowait())
    await asyncio.sleep(1)
    q.put_nowait(2)
    q.put_nowait(3)
    await asyncio.wait(t)


asyncio.run(main())
