# call_later and call_at by time; of equal ones the first made is first; a cancelled one is not called.
import asyncio

from say import say


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, say, "two")
    loop.call_later(1, say, "one")
    lost = loop.call_later(1, say, "never")
    loop.call_at(loop.time() + 1, say, "also one")
    loop.call_later(0, say, "zero")
    loop.call_soon(say, "soon")
    lost.cancel()
    await asyncio.sleep(3)
    say("end")


asyncio.run(main())
