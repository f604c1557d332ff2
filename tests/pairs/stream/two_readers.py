# A second task that reads is an error; a reader that is cancelled has lost nothing.
import asyncio

from say import say


async def main():
    there = asyncio.get_running_loop().create_future()
    s = await asyncio.start_server(lambda r, w: there.set_result((r, w)), "127.0.0.1", 0)
    r, w = await asyncio.open_connection("127.0.0.1", s.sockets[0].getsockname()[1])
    far, out = await there
    t = asyncio.create_task(r.readexactly(8))
    await asyncio.sleep(0)
    try:
        await r.read(1)
    except RuntimeError:
        say("RuntimeError")
    out.write(b"four")
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        say("CancelledError")
    out.write(b"more")
    say("%s", (await r.readexactly(8)).decode())
    w.close()
    out.close()
    s.close()


asyncio.run(main())
