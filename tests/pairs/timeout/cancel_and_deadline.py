# Cancelled in the very turn of the deadline: the cancellation wins.
import asyncio

from say import say


async def work():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(10)
    except BaseException as e:
        say("%s", type(e).__name__)
        raise


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, t.cancel)
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
