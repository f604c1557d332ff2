# Three philosophers, a lock a fork, each in the same order.
import asyncio

from say import say


async def dine(name, first, second):
    for i in range(2):
        async with first:
            async with second:
                say("%s eats", name)
                await asyncio.sleep(1)
        say("%s thinks", name)
        await asyncio.sleep(0.5)


async def main():
    a, b, c = asyncio.Lock(), asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(dine("X", a, b), dine("Y", b, c), dine("Z", a, c))


asyncio.run(main())
