# Futures that the program makes.
import asyncio

from say import say


async def main():
    loop = asyncio.get_running_loop()
    f = [loop.create_future() for _ in range(2)]
    loop.call_later(2, f[0].set_result, 10)
    loop.call_later(1, f[1].set_result, 20)
    r = await asyncio.gather(*f)
    say("%d %d", r[0], r[1])


asyncio.run(main())
