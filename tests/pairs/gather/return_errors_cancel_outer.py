# return_exceptions does not keep the gather itself from being cancelled.
import asyncio

from say import say


async def job(name):
    try:
        await asyncio.sleep(5)
    finally:
        say("%s leaves", name)


async def whole():
    await asyncio.gather(job("A"), job("B"), return_exceptions=True)
    say("never")


async def main():
    t = asyncio.create_task(whole())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
