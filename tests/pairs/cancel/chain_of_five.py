# Through a chain of tasks, from the inside out, a turn each.
import asyncio

from say import say


async def link(n):
    try:
        if n == 0:
            await asyncio.sleep(10)
        else:
            await asyncio.create_task(link(n - 1))
    finally:
        say("link %d leaves", n)


async def main():
    t = asyncio.create_task(link(4))
    await asyncio.sleep(1)
    t.cancel()
    turns = 0
    while not t.done():
        await asyncio.sleep(0)
        turns += 1
    say("%d turns", turns)


asyncio.run(main())
