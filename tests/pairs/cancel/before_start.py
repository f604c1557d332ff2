# A task that is cancelled before its first turn never runs.
import asyncio

from say import say


async def never():
    say("ran")


async def main():
    t = asyncio.create_task(never())
    say("told %d", t.cancel())
    say("done %d", t.done())
    await asyncio.sleep(0)
    say("done %d, cancelled %d", t.done(), t.cancelled())


asyncio.run(main())
