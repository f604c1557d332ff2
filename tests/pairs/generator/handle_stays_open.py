# One that has a name is left open by break, and goes on.
from say import say


def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        say("closed")


def main():
    g = numbers()
    for x in g:
        say("first loop %d", x)
        if x == 1:
            break
    say("between")
    for x in g:
        say("second loop %d", x)
    say("end")

main()
