# Two deadlines of one moment, and a sleep of that moment whose timer is between them.
import asyncio

from say import say


async def other():
    await asyncio.sleep(1)
    say("other")


async def main():
    try:
        async with asyncio.timeout(1):
            t = asyncio.create_task(other())
            await asyncio.sleep(0)
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(1)
                    say("slept")
            except TimeoutError:
                say("inner")
    except TimeoutError:
        say("outer")
    await t


asyncio.run(main())
