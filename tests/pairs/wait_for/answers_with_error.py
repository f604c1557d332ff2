# A job that answers the cancellation with an error.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError("in the way")


async def main():
    try:
        await asyncio.wait_for(job(), 1)
    except Exception as e:
        say("%s", type(e).__name__)


asyncio.run(main())
