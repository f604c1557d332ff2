# yield from hands on all of another generator.
from say import say


def leaf(first):
    say("leaf %d begins", first)
    yield first
    yield first + 1
    say("leaf %d ends", first)


def tree():
    yield 0
    yield from leaf(10)
    yield from leaf(20)
    yield 99


def main():
    for x in tree():
        say("%d", x)

main()
