# What is awaited inside is cancelled first.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(5)
    finally:
        say("job leaves")


async def main():
    t = asyncio.create_task(job())
    try:
        async with asyncio.timeout(1):
            await t
    except TimeoutError:
        say("TimeoutError, cancelled %d", t.cancelled())


asyncio.run(main())
