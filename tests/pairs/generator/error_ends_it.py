# An error that leaves a generator ends it.
from say import say


def bad():
    yield 1
    raise ValueError("bad")


def main():
    g = bad()
    say("%d", next(g))
    try:
        next(g)
    except ValueError as e:
        say("%s", e)
    try:
        next(g)
    except StopIteration:
        say("StopIteration")

main()
