# A call_later(0) is a timer: it comes a turn after call_soon.
import asyncio

from say import say


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, say, "later 0")
    loop.call_soon(say, "soon 1")
    await asyncio.sleep(0)
    say("turn")
    loop.call_soon(say, "soon 2")
    await asyncio.sleep(0)
    say("turn")
    await asyncio.sleep(0)
    say("end")


asyncio.run(main())
