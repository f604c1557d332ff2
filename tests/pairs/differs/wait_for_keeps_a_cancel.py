# Its job ends and the waiter is cancelled in one turn.
import asyncio

from say import say


async def job():
    await asyncio.sleep(1)
    say("job ends")
    return 3


async def outer():
    try:
        say("got %d", await asyncio.wait_for(job(), 5))
    except asyncio.CancelledError:
        say("told")


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])


asyncio.run(main())

# expect: 1 job ends
# expect: 1 got 3
