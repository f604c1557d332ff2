# Setting one that was cancelled.
import asyncio

from say import say


async def main():
    f = asyncio.get_running_loop().create_future()
    f.cancel()
    try:
        f.set_result(1)
    except asyncio.InvalidStateError:
        say("InvalidStateError")


asyncio.run(main())
