# A coroutine object that is awaited a second time.
import asyncio

from say import say


async def job():
    say("runs")


async def main():
    c = job()
    await c
    try:
        await c
    except Exception as e:
        say("%s", type(e).__name__)


asyncio.run(main())

# expect: 0 runs
# expect: 0 RuntimeError
