# The first that is done; the others go on.
import asyncio

from say import say


async def job(n, seconds):
    await asyncio.sleep(seconds)
    say("job %d", n)


async def main():
    t = [asyncio.create_task(job(i, 3 - i)) for i in range(3)]
    done, pending = await asyncio.wait(t, return_when=asyncio.FIRST_COMPLETED)
    say("first %d, %d wait", t.index(done.pop()), len(pending))
    await asyncio.wait(t)
    say("all")


asyncio.run(main())
