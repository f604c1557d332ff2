# The task it waits for is cancelled by somebody else: that is no timeout.
import asyncio

from say import say


async def job():
    await asyncio.sleep(5)


async def main():
    t = asyncio.create_task(job())
    asyncio.get_running_loop().call_later(1, t.cancel)
    try:
        await asyncio.wait_for(t, 3)
    except BaseException as e:
        say("%s", type(e).__name__)


asyncio.run(main())
