# A plain sleep holds the loop: what comes due meanwhile has its turn behind what is ready, and what is made ready in this
# turn as well.
import asyncio

from say import say


def sleep(seconds):  # time.sleep, on the virtual clock
    asyncio.get_running_loop().now += seconds


async def napper(name, seconds):
    try:
        async with asyncio.timeout(2.5):
            await asyncio.sleep(seconds)
            say("%s woke", name)
            await asyncio.sleep(9)
    except TimeoutError:
        say("%s timed out", name)


async def late():
    say("late began")


async def other():
    say("other")
    asyncio.create_task(late())


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(napper("A", 2)), asyncio.create_task(napper("B", 1))]
    await asyncio.sleep(0)
    loop.call_later(0.5, say, "called")
    tasks.append(asyncio.create_task(other()))
    sleep(3)
    say("held until now")
    tasks.append(asyncio.create_task(late()))
    loop.call_soon(say, "soon")
    await asyncio.gather(*tasks)


asyncio.run(main())
