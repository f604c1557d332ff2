# A task whose timer is older than the deadline: it ends, but the wait is told all the same.
import asyncio

from say import say


async def job():
    await asyncio.sleep(1)
    say("job ends")


async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(1):
            await t
            say("awaited")
    except TimeoutError:
        say("TimeoutError, cancelled %d", t.cancelled())


asyncio.run(main())
