# Asking too early.
import asyncio

from say import say


async def main():
    f = asyncio.get_running_loop().create_future()
    say("done %d", f.done())
    try:
        f.result()
    except asyncio.InvalidStateError:
        say("result: InvalidStateError")
    try:
        f.exception()
    except asyncio.InvalidStateError:
        say("exception: InvalidStateError")


asyncio.run(main())
