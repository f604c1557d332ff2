# Done callbacks are called in the order in which they were added, in the next turn.
import asyncio

from say import say


async def main():
    f = asyncio.get_running_loop().create_future()
    f.add_done_callback(lambda f: say("first %d", f.result()))
    f.add_done_callback(lambda f: say("second %d", f.result()))
    f.set_result(7)
    say("set")
    await asyncio.sleep(0)
    say("end")


asyncio.run(main())
