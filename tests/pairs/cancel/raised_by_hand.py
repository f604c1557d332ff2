# A CancelledError that a task raises itself makes it a cancelled one.
import asyncio

from say import say


async def work():
    await asyncio.sleep(1)
    raise asyncio.CancelledError()


async def main():
    t = asyncio.create_task(work())
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
