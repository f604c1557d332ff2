"""The asynchronous workloads of work.c on asyncio (with --uvloop: on uvloop): work.py WORKLOAD N [ARG]."""
import asyncio
import json
import sys
import time

BATCH = 10000


async def same(i):
    return i


async def same_later(i):
    await asyncio.sleep(0)
    return i


async def spawn(n, _, body=same):
    total = 0
    for begin in range(0, n, BATCH):
        for task in [asyncio.create_task(body(i)) for i in range(begin, min(n, begin + BATCH))]:
            total += await task
    return total


async def spawn1(n, _):
    return await spawn(n, 0, same_later)


async def call(n, _):
    total = 0
    for i in range(n):
        total += await same(i)
    return total


async def turns(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def switch(n, _):
    return sum(await asyncio.gather(turns(n // 2), turns(n // 2)))


async def sleepers(n, base):
    now = asyncio.get_running_loop().time
    live = most = 0

    async def sleep_until(deadline):
        nonlocal live, most
        live += 1
        most = max(most, live)
        await asyncio.sleep(deadline - now())
        live -= 1

    began = now() + base
    for task in [asyncio.create_task(sleep_until(began + i % 4000 / 1000)) for i in range(n)]:
        await task
    return most


async def deep(n, depth):
    if depth > 0:
        return 1 + await deep(n, depth - 1)
    await turns(n)
    return 0


async def queue(n, _):
    between = asyncio.Queue(16)

    async def put_all():
        for i in range(n):
            await between.put(i)

    producer, total = asyncio.create_task(put_all()), 0
    for _ in range(n):
        total += await between.get()
    await producer
    return total


async def gen(n, _):
    def count():
        for i in range(n):
            yield i
    total = 0
    for x in count():
        total += x
    return total


async def agen(n, _):
    async def count():
        for i in range(n):
            yield i
    total = 0
    async for x in count():
        total += x
    return total


async def crawl(*_):
    async def fetch(seconds):
        await asyncio.sleep(seconds)
        return seconds
    return sum(await asyncio.gather(*map(fetch, (1, 2, 3, 4))))


async def echo(n, conns):
    async def serve(reader, writer):
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
        writer.close()

    async def client(port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        got = 0
        for _ in range(n // conns):
            writer.write(b"x" * 64)
            got += len(await reader.readexactly(64))
        writer.close()
        return got
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=conns)
    port = server.sockets[0].getsockname()[1]
    return sum(await asyncio.gather(*(client(port) for _ in range(conns))))


async def main(name, n, arg=0):
    began = time.perf_counter_ns()
    check = await globals()[name](n, arg)
    print(json.dumps({"ns": time.perf_counter_ns() - began, "n": n, "check": check}))


words = sys.argv[1:]
if words[0] == "--uvloop":
    import uvloop
    uvloop.install()
    words = words[1:]
sys.setrecursionlimit(100000)
asyncio.run(main(words[0], *map(int, words[1:])))
