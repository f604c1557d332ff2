# break out of a loop over an async generator that the loop made.
import asyncio

from say import say


async def ticks():
    try:
        for i in range(9):
            yield i
    finally:
        say("closed")


async def main():
    async for i in ticks():
        say("%d", i)
        break
    say("behind the loop")
    await asyncio.sleep(1)
    say("end")


asyncio.run(main())

# expect: 0 0
# expect: 0 behind the loop
# expect: 0 closed
# expect: 1 end
