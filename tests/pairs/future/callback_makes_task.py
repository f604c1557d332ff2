# A callback that makes a task.
import asyncio

from say import say


async def after(n):
    say("after %d", n)


async def job():
    await asyncio.sleep(1)
    return 6


async def main():
    t = asyncio.create_task(job())
    t.add_done_callback(lambda t: asyncio.ensure_future(after(t.result())))
    await t
    say("main")
    await asyncio.sleep(0)
    say("end")


asyncio.run(main())
