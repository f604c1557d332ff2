# Asked twice before it is told: it is told once.
import asyncio

from say import say


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        say("told")
    say("ends")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    say("%d %d", t.cancel(), t.cancel())
    await t
    say("cancelled %d", t.cancelled())


asyncio.run(main())
