# So many at a time, with a pause behind each.
import asyncio

from say import say


async def fetch(n, gate):
    async with gate:
        say("fetch %d", n)
        await asyncio.sleep(1 + 0.25 * n)
    return n * n


async def main():
    gate = asyncio.Semaphore(2)
    r = await asyncio.gather(*[fetch(n, gate) for n in range(5)])
    say("%d", sum(r))


asyncio.run(main())
