# Nobody listens there any more.
import asyncio

from say import say


async def main():
    s = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    port = s.sockets[0].getsockname()[1]
    s.close()
    await s.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as e:
        say("%s %d", type(e).__name__, e.errno)


asyncio.run(main())
