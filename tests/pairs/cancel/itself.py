# A task that cancels itself goes on to its next wait.
import asyncio

from say import say


async def work():
    asyncio.current_task().cancel()
    say("goes on")
    try:
        await asyncio.sleep(0)
        say("never")
    finally:
        say("leaves")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    say("cancelled %d", t.cancelled())


asyncio.run(main())
