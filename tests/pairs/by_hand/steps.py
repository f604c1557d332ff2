# Step by step: each step runs to the next wait.
import asyncio

from say import say


async def job(f, g):
    say("begins")
    say("got %d", await f)
    say("got %d", await g)
    say("ends")


async def main():
    loop = asyncio.get_running_loop()
    f, g = loop.create_future(), loop.create_future()
    c = job(f, g)
    c.send(None)
    say("it waits")
    f.set_result(1)
    c.send(None)
    say("it waits")
    g.set_result(2)
    try:
        c.send(None)
    except StopIteration:
        say("StopIteration")


asyncio.run(main())
