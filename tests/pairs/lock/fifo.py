# Who asked first has it first.
import asyncio

from say import say


async def work(name, lock):
    async with lock:
        say("%s has it", name)
        await asyncio.sleep(1)
    say("%s gave it back", name)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[work(name, lock) for name in "ABC"])


asyncio.run(main())
