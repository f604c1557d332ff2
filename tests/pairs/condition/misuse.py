# Waiting and notifying need the lock.
import asyncio

from say import say


async def main():
    c = asyncio.Condition()
    try:
        await c.wait()
    except RuntimeError:
        say("wait: RuntimeError")
    try:
        c.notify()
    except RuntimeError:
        say("notify: RuntimeError")


asyncio.run(main())
