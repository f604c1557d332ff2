# A task catches its cancellation and waits again.
import asyncio

from say import say


async def work():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        say("told")
    try:
        await asyncio.sleep(1)
        say("slept on")
    except asyncio.CancelledError:
        say("told again")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])


asyncio.run(main())

# expect: 1 told
# expect: 2 slept on
