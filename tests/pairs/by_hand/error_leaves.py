# An error that leaves it comes out of the step.
import asyncio

from say import say


async def job(f):
    await f
    raise ValueError("inside")


async def main():
    f = asyncio.get_running_loop().create_future()
    c = job(f)
    c.send(None)
    f.set_result(None)
    try:
        c.send(None)
    except ValueError as e:
        say("%s", e)


asyncio.run(main())
