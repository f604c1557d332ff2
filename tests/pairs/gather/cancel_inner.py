# A part that is cancelled from outside counts as an error; the others go on.
import asyncio

from say import say


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        say("%s ends", name)
    except asyncio.CancelledError:
        say("%s told", name)
        raise


async def main():
    a = asyncio.create_task(job("A", 2))
    b = asyncio.create_task(job("B", 3))
    asyncio.get_running_loop().call_later(1, a.cancel)
    try:
        await asyncio.gather(a, b)
    except asyncio.CancelledError:
        say("CancelledError")
    await b


asyncio.run(main())
