# The outer group fails while the body is in the inner one.
import asyncio

from say import say


async def job(name):
    try:
        await asyncio.sleep(5)
    finally:
        say("%s leaves", name)


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(bad())
            outer.create_task(job("outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(job("inner"))
            say("never")
    except* ValueError:
        say("ValueError")


asyncio.run(main())
