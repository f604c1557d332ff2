# Clean-up runs from the inside out, also when it waits.
import asyncio

from say import say


async def work():
    try:
        try:
            await asyncio.sleep(1)
            raise ValueError("work")
        finally:
            say("inner")
            await asyncio.sleep(1)
            say("inner done")
    finally:
        say("outer")


async def main():
    try:
        await work()
    except ValueError:
        say("ValueError")


asyncio.run(main())
