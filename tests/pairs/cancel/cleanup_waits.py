# Clean-up that waits: the task ends after it.
import asyncio

from say import say


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        say("tidies")
        await asyncio.sleep(2)
        say("tidy")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.sleep(1)
    say("done %d", t.done())
    try:
        await t
    except asyncio.CancelledError:
        say("cancelled")


asyncio.run(main())
