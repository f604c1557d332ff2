# The sleep's end and the cancellation at one moment: who was first in the queue decides.
import asyncio

from say import say


async def nap(name, seconds):
    try:
        await asyncio.sleep(seconds)
        say("%s slept well", name)
    except asyncio.CancelledError:
        say("%s was told", name)


async def main():
    early = asyncio.create_task(nap("early", 1))
    await asyncio.sleep(0)
    say("both at 1")
    await asyncio.sleep(1)
    say("told %d", early.cancel())
    await asyncio.wait([early])


asyncio.run(main())
