# A task's done callback: before or behind who awaits it, as they came.
import asyncio

from say import say


async def job():
    await asyncio.sleep(1)
    say("job ends")
    return 5


async def main():
    t = asyncio.create_task(job())
    t.add_done_callback(lambda t: say("callback %d", t.result()))
    say("awaited %d", await t)
    await asyncio.sleep(0)
    say("end")


asyncio.run(main())
