# A callback of a task that is cancelled.
import asyncio

from say import say


async def job():
    await asyncio.sleep(5)


async def main():
    t = asyncio.create_task(job())
    t.add_done_callback(lambda t: say("callback, cancelled %d", t.cancelled()))
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.sleep(1)
    say("end")


asyncio.run(main())
