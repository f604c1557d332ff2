# Too late: it is cancelled, and then TimeoutError.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(5)
    finally:
        say("job leaves")


async def main():
    try:
        await asyncio.wait_for(job(), 2)
    except asyncio.TimeoutError:
        say("TimeoutError")


asyncio.run(main())
