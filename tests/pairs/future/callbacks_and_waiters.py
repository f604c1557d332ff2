# Callbacks and tasks that wait stand in one list.
import asyncio

from say import say


async def waits(name, f):
    say("%s got %d", name, await f)


async def main():
    f = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(waits("A", f))
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: say("callback %d", f.result()))
    b = asyncio.create_task(waits("B", f))
    await asyncio.sleep(0)
    f.set_result(3)
    await a
    await b


asyncio.run(main())
