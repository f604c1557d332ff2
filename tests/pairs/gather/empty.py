# Nothing to gather: an empty result.
import asyncio

from say import say


async def main():
    r = await asyncio.gather()
    say("%d results", len(r))


asyncio.run(main())
