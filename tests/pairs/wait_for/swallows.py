# A job that swallows the cancellation has its say.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        say("swallowed")
    return 6


async def main():
    try:
        say("%d", await asyncio.wait_for(job(), 1))
    except asyncio.TimeoutError:
        say("TimeoutError")


asyncio.run(main())
