# A task that failed long ago is awaited.
import asyncio

from say import say


async def bad():
    raise ValueError("long ago")


async def main():
    t = asyncio.create_task(bad())
    await asyncio.sleep(5)
    say("done %d", t.done())
    try:
        await t
    except ValueError as e:
        say("%s", e)


asyncio.run(main())
