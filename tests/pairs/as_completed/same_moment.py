# Done at the same moment: in the order of their ends.
import asyncio

from say import say


async def job(name):
    await asyncio.sleep(1)
    return name


async def main():
    t = [asyncio.create_task(job(name)) for name in "ABC"]
    for f in asyncio.as_completed(t):
        say("one is done")
        await f
    say("end")


asyncio.run(main())
