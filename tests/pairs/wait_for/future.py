# A plain future that nobody sets is cancelled at the limit.
import asyncio

from say import say


async def main():
    f = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(f, 1)
    except asyncio.TimeoutError:
        say("TimeoutError, cancelled %d", f.cancelled())


asyncio.run(main())
