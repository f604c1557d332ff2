# What closes a generator, seen from inside.
from say import say


def numbers():
    try:
        yield 1
    except BaseException as e:
        say("caught %s", type(e).__name__)
        raise
    finally:
        say("closed")


def main():
    g = numbers()
    next(g)
    g.close()

main()

# expect: 0 caught GeneratorExit
# expect: 0 closed
