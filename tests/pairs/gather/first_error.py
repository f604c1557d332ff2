# The first error goes to who waits; the others go on.
import asyncio

from say import say


async def job(n, seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("job %d" % n)
    say("job %d", n)


async def main():
    try:
        await asyncio.gather(job(1, 3, False), job(2, 1, True), job(3, 2, True))
    except ValueError as e:
        say("ValueError %s", e)
    await asyncio.sleep(5)
    say("end")


asyncio.run(main())
