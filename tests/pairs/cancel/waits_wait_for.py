# Cancelling who waits in wait_for, whose job takes its time to leave.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(2)
        say("job leaves")


async def outer():
    try:
        await asyncio.wait_for(job(), 5)
    finally:
        say("outer leaves")


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
