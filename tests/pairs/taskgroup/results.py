# Results are there behind the brace.
import asyncio

from say import say


async def square(n):
    await asyncio.sleep(n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(square(3))
        b = group.create_task(square(4))
    say("%d", a.result() + b.result())


asyncio.run(main())
