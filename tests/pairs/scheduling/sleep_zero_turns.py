# sleep(0) gives every other ready task one turn.
import asyncio

from say import say


async def count(name, n):
    for i in range(n):
        say("%s%d", name, i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(count("A", 3), count("B", 2), count("C", 4))
    say("end")


asyncio.run(main())
