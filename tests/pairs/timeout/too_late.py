# A deadline that passes: what waits is ended, then TimeoutError behind the block.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(2)
            finally:
                say("leaves")
    except TimeoutError:
        say("TimeoutError")
    await asyncio.sleep(1)
    say("end")


asyncio.run(main())
