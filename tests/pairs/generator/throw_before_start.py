# throw into one that has not begun: it never does.
from say import say


def never():
    say("begins")
    yield 1


def main():
    g = never()
    try:
        g.throw(ValueError("early"))
    except ValueError:
        say("ValueError")
    try:
        next(g)
    except StopIteration:
        say("StopIteration")

main()
