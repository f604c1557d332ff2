# So does return.
from say import say


def numbers():
    try:
        for i in range(9):
            yield i
    finally:
        say("closed")


def find(n):
    for x in numbers():
        if x == n:
            return x
    return -1


def main():
    say("found %d", find(3))
    say("found %d", find(10))

main()
