# anext, asend, athrow, aclose.
import asyncio

from say import say


async def adder():
    total = 0
    try:
        while True:
            await asyncio.sleep(1)
            try:
                total += yield total
            except ValueError:
                say("caught")
                total = 0
    finally:
        say("closed")


async def main():
    g = adder()
    say("%d", await anext(g))
    say("%d", await g.asend(5))
    say("%d", await g.asend(6))
    say("%d", await g.athrow(ValueError("again")))
    await g.aclose()
    say("end")


asyncio.run(main())
