# Cancelling the gather's future cancels the parts; it is cancelled when they are gone.
import asyncio

from say import say


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
    finally:
        say("%s leaves", name)


async def main():
    g = asyncio.gather(job("A", 5), job("B", 6))
    await asyncio.sleep(1)
    say("cancel %d", g.cancel())
    say("done %d", g.done())
    try:
        await g
    except asyncio.CancelledError:
        say("CancelledError")
    say("cancelled %d", g.cancelled())


asyncio.run(main())

# expect: 1 cancel 1
# expect: 1 done 0
# expect: 1 A leaves
# expect: 1 B leaves
# expect: 1 CancelledError
# expect: 1 cancelled 0
