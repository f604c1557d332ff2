# Leaving the loop leaves the others alone.
import asyncio

from say import say


async def job(n, seconds):
    await asyncio.sleep(seconds)
    say("job %d", n)
    return n


async def main():
    t = [asyncio.create_task(job(n, n)) for n in (3, 1, 2)]
    for f in asyncio.as_completed(t):
        say("first %d", await f)
        break
    await asyncio.wait(t)
    say("end")


asyncio.run(main())
