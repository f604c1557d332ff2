# A gather of gathers.
import asyncio

from say import say


async def job(name, seconds):
    await asyncio.sleep(seconds)
    say("%s", name)


async def main():
    await asyncio.gather(asyncio.gather(job("A", 2), job("B", 1)), asyncio.gather(job("C", 2), job("D", 3)))
    say("end")


asyncio.run(main())
