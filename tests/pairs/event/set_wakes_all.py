# Setting it wakes all, in the order in which they came.
import asyncio

from say import say


async def waits(name, e):
    say("%s waits", name)
    await e.wait()
    say("%s goes on", name)


async def main():
    e = asyncio.Event()
    t = [asyncio.create_task(waits(name, e)) for name in "ABC"]
    await asyncio.sleep(1)
    e.set()
    say("set")
    await asyncio.wait(t)


asyncio.run(main())
