# all_tasks counts what has not ended.
import asyncio

from say import say


async def nap(seconds):
    await asyncio.sleep(seconds)


async def main():
    tasks = [asyncio.create_task(nap(i)) for i in range(3)]
    say("%d tasks", len(asyncio.all_tasks()))
    await asyncio.sleep(1)
    say("%d tasks", len(asyncio.all_tasks()))
    await tasks[2]
    say("%d tasks", len(asyncio.all_tasks()))


asyncio.run(main())
