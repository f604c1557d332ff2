# Nothing was put: join does not wait.
import asyncio

from say import say


async def other():
    say("other")


async def main():
    t = asyncio.create_task(other())
    q = asyncio.Queue()
    await q.join()
    say("joined")
    await t


asyncio.run(main())
