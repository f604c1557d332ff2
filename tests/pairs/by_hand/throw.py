# An error thrown where it waits.
import asyncio

from say import say


async def job(f):
    try:
        await f
    except ValueError as e:
        say("caught %s", e)
    say("goes on")


async def main():
    f = asyncio.get_running_loop().create_future()
    c = job(f)
    c.send(None)
    try:
        c.throw(ValueError("from outside"))
    except StopIteration:
        say("StopIteration")


asyncio.run(main())
