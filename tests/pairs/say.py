"""What the Python half of a pair prints with."""
import asyncio


def say(format, *args):
    """One event: the loop's time, and what happened."""
    try:
        now = asyncio.get_running_loop().time()
    except RuntimeError:  # no loop is running: a pair about plain generators
        now = 0
    print("%g %s" % (now, format % args))
