# An error in the loop's body closes the generator on its way out.
from say import say


def numbers():
    try:
        yield 1
        yield 2
    finally:
        say("closed")


def work():
    for x in numbers():
        raise ValueError("in the body")


def main():
    try:
        work()
    except ValueError as e:
        e.__traceback__ = None
        say("%s", e)

main()
