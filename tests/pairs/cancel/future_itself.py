# Cancelling a future tells all that wait for it.
import asyncio

from say import say


async def waits(name, f):
    try:
        await f
    except asyncio.CancelledError:
        say("%s told", name)


async def main():
    f = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(waits("A", f))
    b = asyncio.create_task(waits("B", f))
    await asyncio.sleep(0)
    say("cancel %d", f.cancel())
    say("cancel again %d", f.cancel())
    await a
    await b
    say("A cancelled %d", a.cancelled())


asyncio.run(main())
