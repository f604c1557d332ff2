# The same task twice: its result twice.
import asyncio

from say import say


async def job():
    say("runs")
    await asyncio.sleep(1)
    return 4


async def main():
    t = asyncio.create_task(job())
    r = await asyncio.gather(t, t)
    say("%d %d", r[0], r[1])


asyncio.run(main())
