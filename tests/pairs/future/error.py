# An error set by hand goes to all that wait.
import asyncio

from say import say


async def waits(name, f):
    try:
        await f
    except ValueError as e:
        say("%s: %s", name, e)


async def main():
    f = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(waits("A", f))
    b = asyncio.create_task(waits("B", f))
    await asyncio.sleep(1)
    f.set_exception(ValueError("by hand"))
    await a
    await b
    await waits("late", f)


asyncio.run(main())
