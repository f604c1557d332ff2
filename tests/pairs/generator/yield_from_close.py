# Closing the outer one closes the inner one first.
from say import say


def inner():
    try:
        yield 1
        yield 2
    finally:
        say("inner closed")


def outer():
    try:
        yield from inner()
    finally:
        say("outer closed")


def main():
    g = outer()
    say("%d", next(g))
    g.close()
    say("end")

main()
