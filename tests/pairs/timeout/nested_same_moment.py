# Nested, of the same moment: the outer one's timer is the older.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(10)
            except TimeoutError:
                say("inner")
            say("between")
    except TimeoutError:
        say("outer")


asyncio.run(main())
