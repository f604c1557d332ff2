# A generator that asks itself.
from say import say


def itself():
    yield next(g)


def main():
    global g
    g = itself()
    try:
        next(g)
    except ValueError as e:
        say("%s", type(e).__name__)

main()

# expect: 0 ValueError
