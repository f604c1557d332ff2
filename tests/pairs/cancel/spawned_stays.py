# Cancelling a task leaves those alone that it made but does not await.
import asyncio

from say import say


async def child():
    await asyncio.sleep(2)
    say("child ends")

children = []


async def parent():
    children.append(asyncio.create_task(child()))
    await asyncio.sleep(10)


async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("parent cancelled %d", t.cancelled())
    await children[0]


asyncio.run(main())
