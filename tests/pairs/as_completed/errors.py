# Each throws what it failed with, and the loop goes on.
import asyncio

from say import say


async def job(n, seconds):
    await asyncio.sleep(seconds)
    if n == 2:
        raise ValueError("two")
    return n


async def main():
    t = [asyncio.create_task(job(n, 4 - n)) for n in (1, 2, 3)]
    for f in asyncio.as_completed(t):
        try:
            say("%d", await f)
        except ValueError as e:
            say("ValueError %s", e)


asyncio.run(main())
