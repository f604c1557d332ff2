# Limits inside each other: the earliest is told, and by its own name.
import asyncio

from say import say


async def job():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 1)
    except asyncio.TimeoutError:
        say("inner limit")
    await asyncio.sleep(10)


async def main():
    try:
        await asyncio.wait_for(job(), 3)
    except asyncio.TimeoutError:
        say("outer limit")


asyncio.run(main())
