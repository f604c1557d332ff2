# A part that was cancelled throws CancelledError in its turn.
import asyncio

from say import say


async def job(seconds):
    await asyncio.sleep(seconds)
    return 1


async def main():
    t = [asyncio.create_task(job(3)), asyncio.create_task(job(5))]
    asyncio.get_running_loop().call_later(1, t[1].cancel)
    for f in asyncio.as_completed(t):
        try:
            say("%d", await f)
        except asyncio.CancelledError:
            say("CancelledError")


asyncio.run(main())
