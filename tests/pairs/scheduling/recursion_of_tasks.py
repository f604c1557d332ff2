# Fibonacci by tasks: the order of the leaves.
import asyncio

from say import say


async def fib(n):
    if n < 2:
        say("leaf %d", n)
        return n
    a = asyncio.create_task(fib(n - 1))
    b = asyncio.create_task(fib(n - 2))
    return await a + await b


async def main():
    say("fib %d", await fib(5))


asyncio.run(main())
