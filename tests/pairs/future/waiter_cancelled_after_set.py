# Set, and its waiter cancelled in the same turn: the cancellation wins.
import asyncio

from say import say


async def waits(f):
    try:
        say("got %d", await f)
    except asyncio.CancelledError:
        say("told")


async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(waits(f))
    await asyncio.sleep(1)
    f.set_result(1)
    say("cancel %d", t.cancel())
    await t
    say("future done %d", f.done())


asyncio.run(main())
