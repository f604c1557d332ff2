# A callback added to what is done is called in the next turn.
import asyncio

from say import say


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    f.add_done_callback(lambda f: say("callback"))
    say("added")
    await asyncio.sleep(0)
    say("end")


asyncio.run(main())
