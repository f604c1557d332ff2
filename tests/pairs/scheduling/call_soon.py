# call_soon's calls stand in one queue with the tasks.
import asyncio

from say import say


async def work():
    say("task")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, "first")
    t = asyncio.create_task(work())
    loop.call_soon(say, "second")
    await t
    say("main")
    await asyncio.sleep(0)
    say("end")


asyncio.run(main())
