# Who waits with a limit is cancelled: so is the job.
import asyncio

from say import say


async def job():
    try:
        await asyncio.sleep(5)
    finally:
        say("job leaves")


async def outer():
    try:
        await asyncio.wait_for(job(), 3)
    except BaseException as e:
        say("outer %s", type(e).__name__)
        raise


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    say("cancelled %d", t.cancelled())


asyncio.run(main())
