# Who takes from it is cancelled while it waits inside.
import asyncio

from say import say


async def ticks():
    try:
        while True:
            await asyncio.sleep(1)
            yield 1
    finally:
        say("generator leaves")


async def takes():
    try:
        async for _ in ticks():
            say("tick")
    finally:
        say("taker leaves")


async def main():
    t = asyncio.create_task(takes())
    await asyncio.sleep(2.5)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
