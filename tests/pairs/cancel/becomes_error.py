# A task that answers with an error has failed.
import asyncio

from say import say


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except ValueError as e:
        say("ValueError %s", e)
    say("cancelled %d", t.cancelled())


asyncio.run(main())
