# Closing one that has not begun.
import asyncio

from say import say


async def job():
    say("never")


async def main():
    c = job()
    c.close()
    try:
        await c
    except RuntimeError:
        say("an error")


asyncio.run(main())
