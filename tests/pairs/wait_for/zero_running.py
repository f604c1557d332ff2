# No time at all for a task that waits: it is cancelled.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(5)
    finally:
        say("job leaves")


async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(t, 0)
    except asyncio.TimeoutError:
        say("TimeoutError")
    say("cancelled %d", t.cancelled())


asyncio.run(main())
