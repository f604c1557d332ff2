# Cancelling a sleeper: it is told in its next turn, at the same moment.
import asyncio

from say import say


async def sleeper():
    try:
        await asyncio.sleep(100)
    finally:
        say("leaves")


async def main():
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    t.cancel()
    say("asked")
    try:
        await t
    except asyncio.CancelledError:
        say("main sees it")
    say("again %d", t.cancel())


asyncio.run(main())
