# A deadline ends a loop that only yields its turn, once its moment has come.
import asyncio

from say import say


async def ticker():
    await asyncio.sleep(1)
    say("ticker")


async def main():
    t = asyncio.create_task(ticker())
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(0.5)
            say("half")
            await asyncio.sleep(0.5)
            say("whole")
            await asyncio.sleep(0)
            say("never")
    except TimeoutError:
        say("TimeoutError")
    await t


asyncio.run(main())
