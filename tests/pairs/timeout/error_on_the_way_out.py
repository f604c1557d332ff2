# The deadline passes, and the clean-up fails: its error goes on.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError("clean-up")
    except BaseException as e:
        say("%s", type(e).__name__)


asyncio.run(main())
