# What still waits when main ends is cancelled, and its clean-up runs.
import asyncio

from say import say


async def stays():
    try:
        await asyncio.sleep(10)
        say("never")
    finally:
        say("cleaned up")


async def main():
    t = asyncio.create_task(stays())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.sleep(0)
    say("main ends, %d", t.cancelled())


asyncio.run(main())
