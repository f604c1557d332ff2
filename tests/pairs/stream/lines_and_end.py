# Lines, a last one without its end, and the end; what readexactly did not get stays known.
import asyncio

from say import say


async def talk(r, w):
    w.write(b"one\ntwo, three\nfour")
    await w.drain()
    w.close()


async def main():
    s = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = s.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection("127.0.0.1", port)
    say("%s", (await r.readline()).decode().strip())
    say("%s", (await r.readuntil(b", ")).decode())
    say("%s", (await r.readexactly(5)).decode())
    await r.readline()
    say("%s", (await r.readline()).decode())
    say("%d", len(await r.readline()))
    say("%d", len(await r.read(10)))
    w.close()
    r, w = await asyncio.open_connection("127.0.0.1", port)
    try:
        await r.readexactly(100)
    except asyncio.IncompleteReadError as e:
        say("IncompleteReadError")
    w.close()
    s.close()


asyncio.run(main())
