# Three deep: the middle one passes.
import asyncio

from say import say


async def main():
    try:
        async with asyncio.timeout(9):
            try:
                async with asyncio.timeout(1):
                    try:
                        async with asyncio.timeout(5):
                            await asyncio.sleep(20)
                    finally:
                        say("innermost left")
            except TimeoutError:
                say("middle")
            await asyncio.sleep(20)
    except TimeoutError:
        say("outermost")


asyncio.run(main())
