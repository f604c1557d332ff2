# The limit passes, but the job takes its time to leave: TimeoutError comes then.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(3)
        say("tidy")


async def main():
    try:
        await asyncio.wait_for(job(), 1)
    except asyncio.TimeoutError:
        say("TimeoutError")


asyncio.run(main())
