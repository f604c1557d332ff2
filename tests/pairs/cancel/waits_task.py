# Cancelling who waits for a task cancels that task first.
import asyncio

from say import say


async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        say("inner leaves")


async def outer(t):
    try:
        await t
    finally:
        say("outer leaves")


async def main():
    i = asyncio.create_task(inner())
    o = asyncio.create_task(outer(i))
    await asyncio.sleep(1)
    o.cancel()
    for turn in range(3):
        say("turn %d: inner %d, outer %d", turn, i.done(), o.done())
        await asyncio.sleep(0)
    say("inner %d, outer %d", i.cancelled(), o.cancelled())


asyncio.run(main())
