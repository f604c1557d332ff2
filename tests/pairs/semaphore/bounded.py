# A bounded one may not.
import asyncio

from say import say


async def main():
    s = asyncio.BoundedSemaphore(2)
    await s.acquire()
    s.release()
    try:
        s.release()
    except ValueError:
        say("ValueError")
    say("locked %d", s.locked())


asyncio.run(main())
