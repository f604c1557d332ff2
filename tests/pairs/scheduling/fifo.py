# Tasks start in the order in which they were made, and not before somebody waits.
import asyncio

from say import say


async def work(name):
    say("%s begins", name)
    await asyncio.sleep(0)
    say("%s ends", name)


async def main():
    tasks = [asyncio.create_task(work(name)) for name in "ABC"]
    say("made")
    for task in tasks:
        await task
    say("end")


asyncio.run(main())
