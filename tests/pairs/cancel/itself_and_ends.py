# One that cancels itself and never waits again ends well.
import asyncio

from say import say


async def work():
    asyncio.current_task().cancel()
    return 4


async def main():
    t = asyncio.create_task(work())
    await asyncio.wait([t])
    say("done %d", t.done())
    if t.cancelled():
        say("cancelled")
    else:
        say("result %d", t.result())


asyncio.run(main())
