# throw raises an error at the yield; caught, it gives the next value.
from say import say


def careful():
    for i in range(5):
        try:
            yield i
        except ValueError as e:
            say("caught %s", e)


def main():
    g = careful()
    say("%d", next(g))
    say("%d", g.throw(ValueError("one")))
    say("%d", next(g))
    try:
        g.throw(KeyError("two"))
    except KeyError:
        say("KeyError came out")
    try:
        next(g)
    except StopIteration:
        say("StopIteration")

main()
