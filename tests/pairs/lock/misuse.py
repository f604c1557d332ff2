# Releasing what nobody has.
import asyncio

from say import say


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        say("RuntimeError")
    say("locked %d", lock.locked())


asyncio.run(main())
