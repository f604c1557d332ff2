# What is left when main ends.
import asyncio

from say import say


async def stays():
    try:
        await asyncio.sleep(5)
        say("slept")
    finally:
        say("leaves")


async def main():
    asyncio.create_task(stays())
    await asyncio.sleep(1)
    say("main ends")


asyncio.run(main())

# expect: 1 main ends
# expect: 1 leaves
