# One of them is done: nor does this.
import asyncio

from say import say


async def nap(seconds):
    await asyncio.sleep(seconds)


async def other():
    say("other")


async def main():
    t = [asyncio.create_task(nap(5)), asyncio.create_task(nap(1))]
    await asyncio.sleep(2)
    o = asyncio.create_task(other())
    done, _ = await asyncio.wait(t, return_when=asyncio.FIRST_COMPLETED)
    say("first %d", t.index(done.pop()))
    await o
    t[0].cancel()


asyncio.run(main())
