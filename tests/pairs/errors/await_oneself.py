# A task that awaits itself.
import asyncio

from say import say


async def work(t):
    try:
        await t[0]
    except RuntimeError:
        say("RuntimeError")


async def main():
    t = []
    t.append(asyncio.create_task(work(t)))
    await t[0]


asyncio.run(main())
