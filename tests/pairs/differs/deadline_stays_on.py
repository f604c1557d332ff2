# The inner deadline passes; its clean-up takes so long that the outer one passes too.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(2):
            try:
                async with asyncio.timeout(1):
                    try:
                        await asyncio.sleep(9)
                    finally:
                        try:
                            await asyncio.sleep(3)
                            say("tidy")
                        finally:
                            say("cut short")
            except TimeoutError:
                say("inner")
    except TimeoutError:
        say("outer")


asyncio.run(main())

# expect: 2 cut short
# expect: 2 outer
