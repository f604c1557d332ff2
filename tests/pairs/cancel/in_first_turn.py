# Cancelled by a task that runs before its first turn: never begins.
import asyncio

from say import say


async def killer(victims):
    victims[0].cancel()
    say("killed")


async def victim():
    say("never")


async def main():
    victims = []
    k = asyncio.create_task(killer(victims))
    victims.append(asyncio.create_task(victim()))
    await k
    await asyncio.wait(victims)
    say("cancelled %d", victims[0].cancelled())


asyncio.run(main())
