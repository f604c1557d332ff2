# An error in the clean-up takes the place of the first.
import asyncio

from say import say


async def work():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


async def main():
    try:
        await work()
    except Exception as e:
        say("%s", type(e).__name__)


asyncio.run(main())
