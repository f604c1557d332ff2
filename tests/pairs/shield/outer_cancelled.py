# Cancelling who waits for a shield leaves what is behind it alone.
import asyncio

from say import say


async def job():
    await asyncio.sleep(3)
    say("job ends")
    return 4


async def waits(t):
    try:
        await asyncio.shield(t)
    finally:
        say("waiter leaves")


async def main():
    t = asyncio.create_task(job())
    w = asyncio.create_task(waits(t))
    await asyncio.sleep(1)
    w.cancel()
    say("result %d", await t)
    say("waiter cancelled %d", w.cancelled())


asyncio.run(main())
