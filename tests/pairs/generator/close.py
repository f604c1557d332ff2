# close runs the clean-up where it stands; twice is fine.
from say import say


def numbers():
    try:
        yield 1
        yield 2
    finally:
        say("closed")


def main():
    g = numbers()
    say("%d", next(g))
    g.close()
    g.close()
    try:
        next(g)
    except StopIteration:
        say("StopIteration")

main()
