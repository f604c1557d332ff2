# A result is set once.
import asyncio

from say import say


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    try:
        f.set_result(2)
    except asyncio.InvalidStateError:
        say("InvalidStateError")
    try:
        f.set_exception(ValueError("x"))
    except asyncio.InvalidStateError:
        say("InvalidStateError")
    say("%d", await f)


asyncio.run(main())
