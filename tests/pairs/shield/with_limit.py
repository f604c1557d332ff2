# A limit on a shield: the wait ends, the job goes on.
import asyncio

from say import say


async def job():
    await asyncio.sleep(3)
    say("job ends")
    return 9


async def main():
    t = asyncio.create_task(job())
    try:
        await asyncio.wait_for(asyncio.shield(t), 1)
    except asyncio.TimeoutError:
        say("TimeoutError")
    say("%d", await t)


asyncio.run(main())
