# An error comes up through awaits; clean-up runs on its way.
import asyncio

from say import say


async def deep():
    await asyncio.sleep(1)
    raise ValueError("deep")


async def middle():
    try:
        await deep()
    finally:
        say("middle leaves")


async def main():
    try:
        await middle()
    except ValueError as e:
        say("%s", e)


asyncio.run(main())
