# Cancelling who waits cancels none of what it waits for.
import asyncio

from say import say


async def job(name):
    await asyncio.sleep(3)
    say("%s ends", name)


async def waits(t):
    try:
        await asyncio.wait(t)
    finally:
        say("waiter leaves")


async def main():
    t = [asyncio.create_task(job(name)) for name in "AB"]
    w = asyncio.create_task(waits(t))
    await asyncio.sleep(1)
    w.cancel()
    await asyncio.gather(*t)
    say("waiter cancelled %d", w.cancelled())


asyncio.run(main())
