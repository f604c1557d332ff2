# Tasks have names, and current_task says who one is.
import asyncio

from say import say


async def who():
    t = asyncio.current_task()
    say("I am %s", t.get_name())
    t.set_name("renamed")
    await asyncio.sleep(0)
    say("now %s", t.get_name())


async def main():
    a = asyncio.create_task(who(), name="first")
    b = asyncio.create_task(who(), name="second")
    await a
    await b
    say("%s %s", a.get_name(), b.get_name())


asyncio.run(main())
