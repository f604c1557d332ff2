# Nested: the outer one passes first; the inner block is left without a TimeoutError of its own.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(5):
                    await asyncio.sleep(10)
            except TimeoutError:
                say("inner")
    except TimeoutError:
        say("outer")


asyncio.run(main())
