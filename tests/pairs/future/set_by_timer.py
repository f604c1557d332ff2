# Set by a timer.
import asyncio

from say import say


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(2, f.set_result, 42)
    say("%d", await f)


asyncio.run(main())
