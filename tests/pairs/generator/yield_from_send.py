# What is sent goes to the inner one, and so does an error.
from say import say


def inner():
    total = 0
    while True:
        try:
            got = yield total
            total += got
        except ValueError:
            say("inner caught it")
            total = 0


def outer():
    yield from inner()


def main():
    g = outer()
    next(g)
    say("%d", g.send(5))
    say("%d", g.send(6))
    say("%d", g.throw(ValueError("again")))
    say("%d", g.send(7))
    g.close()

main()
