# What a callback schedules runs in the next turn, behind what was there.
import asyncio

from say import say


def chain(loop, n):
    say("link %d", n)
    if n < 3:
        loop.call_soon(chain, loop, n + 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(chain, loop, 0)
    loop.call_soon(say, "beside")
    for i in range(4):
        say("turn %d", i)
        await asyncio.sleep(0)
    say("end")


asyncio.run(main())
