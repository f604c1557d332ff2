# A task that catches it and returns has a result.
import asyncio

from say import say


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        say("caught")
    return 5


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    t.cancel()
    say("result %d", await t)
    say("cancelled %d", t.cancelled())


asyncio.run(main())
