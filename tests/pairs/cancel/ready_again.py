# A task whose sleep is over, but who has not run yet, is still told.
import asyncio

from say import say


async def nap(name):
    try:
        await asyncio.sleep(1)
        say("%s slept well", name)
    except asyncio.CancelledError:
        say("%s was told", name)


async def main():
    loop = asyncio.get_running_loop()
    t = []
    loop.call_later(1, lambda: t[0].cancel())
    t.append(asyncio.create_task(nap("A")))
    await asyncio.sleep(2)
    say("cancelled %d", t[0].cancelled())


asyncio.run(main())
