# A callback that is due at the moment a sleep ends, but was made later, still comes first.
import asyncio

from say import say


async def nap():
    try:
        await asyncio.sleep(1)
        say("slept well")
    except asyncio.CancelledError:
        say("told")


async def main():
    t = asyncio.create_task(nap())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, t.cancel)
    await t
    say("end")


asyncio.run(main())
