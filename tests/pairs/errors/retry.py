# Three tries with a pause that doubles.
import asyncio

from say import say


tries = 0


async def flaky():
    global tries
    tries += 1
    await asyncio.sleep(0.5)
    if tries < 3:
        raise ConnectionError("try %d" % tries)
    return tries


async def main():
    pause = 1
    while True:
        try:
            say("worked at try %d", await flaky())
            return
        except ConnectionError as e:
            say("%s", e)
            await asyncio.sleep(pause)
            pause *= 2


asyncio.run(main())
