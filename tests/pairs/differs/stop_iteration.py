# The end of an async generator, by hand.
import asyncio

from say import say


async def one():
    yield 1


async def main():
    g = one()
    say("%d", await anext(g))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        say("%s", type(e).__name__)


asyncio.run(main())

# expect: 0 1
# expect: 0 StopAsyncIteration
