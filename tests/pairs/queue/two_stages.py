# A pipeline of two queues.
import asyncio

from say import say


async def first(a, b):
    while True:
        n = await a.get()
        await asyncio.sleep(1)
        await b.put(n * 10)
        if n == 3:
            return


async def second(b):
    for _ in range(3):
        say("%d", await b.get())
        await asyncio.sleep(1.5)


async def main():
    a, b = asyncio.Queue(), asyncio.Queue(1)
    for n in (1, 2, 3):
        await a.put(n)
    await asyncio.gather(first(a, b), second(b))
    say("end")


asyncio.run(main())
