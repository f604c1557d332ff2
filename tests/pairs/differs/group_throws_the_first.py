# What leaves a group of which two have failed.
import asyncio

from say import say


async def bad(name):
    await asyncio.sleep(1)
    raise ValueError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad("A"))
            group.create_task(bad("B"))
    except Exception as e:
        say("%s: %s", type(e).__name__, e)


asyncio.run(main())

# expect: 1 ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
