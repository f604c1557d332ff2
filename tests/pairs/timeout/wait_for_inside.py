# wait_for inside a deadline.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(2):
            try:
                await asyncio.wait_for(asyncio.sleep(10), 1)
            except TimeoutError:
                say("wait_for")
            await asyncio.wait_for(asyncio.sleep(10), 5)
    except TimeoutError:
        say("deadline")


asyncio.run(main())
