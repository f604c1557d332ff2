# Two tasks that hand each other the word through futures.
import asyncio

from say import say


async def play(name, mine, theirs, loop):
    for i in range(3):
        await mine[i]
        say("%s %d", name, i)
        theirs[i].set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    ping = [loop.create_future() for _ in range(4)]
    pong = [loop.create_future() for _ in range(3)]
    a = asyncio.create_task(play("ping", ping, pong, loop))
    b = asyncio.create_task(play("pong", pong, ping[1:], loop))
    ping[0].set_result(None)
    await a
    await b
    say("end")


asyncio.run(main())
