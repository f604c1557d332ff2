# Asking one that was cancelled.
import asyncio

from say import say


async def main():
    f = asyncio.get_running_loop().create_future()
    f.cancel()
    for ask in (f.result, f.exception):
        try:
            ask()
        except asyncio.CancelledError:
            say("CancelledError")
    say("done %d, cancelled %d", f.done(), f.cancelled())


asyncio.run(main())
