# A write whose waiting is cancelled half-way: all of it arrives, and what is written later behind it.
import asyncio

from say import say

MUCH = 8000000


async def writes(writer, data):
    writer.write(data)
    await writer.drain()


async def main():
    loop = asyncio.get_running_loop()
    there = loop.create_future()
    server = await asyncio.start_server(lambda reader, writer: there.set_result((reader, writer)), "127.0.0.1", 0)
    _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    reader, other = await there
    task = asyncio.create_task(writes(writer, b"a" * MUCH))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        say("cancelled")
    last = asyncio.create_task(writes(writer, b"last"))
    got = await reader.readexactly(MUCH + 4)
    await last
    say("%d %s", got.count(b"a") - 1, got[MUCH:].decode())
    writer.write_eof()
    say("%d", len(await reader.read(1)))
    other.close()
    server.close()


asyncio.run(main())
