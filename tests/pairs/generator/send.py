# send goes on with a value.
from say import say


def adder():
    total = 0
    while True:
        got = yield total
        say("got %d", got)
        total += got


def main():
    g = adder()
    say("first %d", next(g))
    say("then %d", g.send(5))
    say("then %d", g.send(7))
    g.close()

main()
