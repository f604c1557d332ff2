# Closing one that waits: its clean-up runs.
import asyncio

from say import say


async def job(f):
    try:
        await f
    finally:
        say("closed")


async def main():
    f = asyncio.get_running_loop().create_future()
    c = job(f)
    c.send(None)
    c.close()
    say("future done %d", f.done())


asyncio.run(main())
