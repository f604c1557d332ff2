# Closing one that has not begun: nothing runs.
from say import say


def numbers():
    try:
        yield 1
    finally:
        say("closed")


def main():
    g = numbers()
    g.close()
    try:
        next(g)
    except StopIteration:
        say("StopIteration")

main()
