# One side has said all it has to say: the other one reads the end, and can still answer.
import asyncio

from say import say


async def answer(r, w):
    text = await r.read(-1)
    w.write(b"%d bytes" % len(text))
    await w.drain()
    w.close()


async def main():
    s = await asyncio.start_server(answer, "127.0.0.1", 0)
    r, w = await asyncio.open_connection("127.0.0.1", s.sockets[0].getsockname()[1])
    w.write(b"hello")
    w.write_eof()
    say("%s", (await r.readline()).decode())
    w.close()
    s.close()


asyncio.run(main())
