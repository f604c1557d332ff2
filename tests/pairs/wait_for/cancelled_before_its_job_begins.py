# Who waits is cancelled before its job has begun: the job begins, and is told a turn later.
import asyncio

from say import say


async def job():
    say("begins")
    try:
        await asyncio.sleep(5)
    finally:
        say("job leaves")


async def outer():
    try:
        await asyncio.wait_for(job(), 3)
    finally:
        say("outer leaves")


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    t.cancel()
    for turn in range(4):
        say("turn %d", turn)
        await asyncio.sleep(0)
    say("cancelled %d", t.cancelled())


asyncio.run(main())
