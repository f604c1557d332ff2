# It runs once.
import asyncio

from say import say


async def job():
    say("runs")


async def main():
    c = job()
    await c
    try:
        await c
    except RuntimeError:
        say("an error")


asyncio.run(main())
