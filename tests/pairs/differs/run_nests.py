# run() inside what runs already.
import asyncio

from say import say


async def inner():
    await asyncio.sleep(1)
    return 5


async def main():
    c = inner()
    try:
        say("%d", asyncio.run(c))
    except RuntimeError:
        say("RuntimeError")
        c.close()


asyncio.run(main())

# expect: 0 RuntimeError
