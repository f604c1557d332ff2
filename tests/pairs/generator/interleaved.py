# A generator runs when it is asked, in the middle of who asks.
from say import say


def count(n):
    for i in range(n):
        say("makes %d", i)
        yield i
    say("has no more")


def main():
    for x in count(3):
        say("takes %d", x)
    say("end")

main()
