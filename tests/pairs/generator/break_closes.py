# Leaving the loop by break closes the generator that it made.
from say import say


def numbers():
    try:
        for i in range(9):
            yield i
    finally:
        say("closed")


def main():
    for x in numbers():
        say("%d", x)
        if x == 2:
            break
    say("behind")

main()
