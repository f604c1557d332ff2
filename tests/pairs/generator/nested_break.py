# Two loops, one generator each; break leaves the inner one only.
from say import say


def numbers(name):
    try:
        for i in range(3):
            yield i
    finally:
        say("%s closed", name)


def main():
    for x in numbers("outer"):
        for y in numbers("inner"):
            say("%d %d", x, y)
            if y == x:
                break
    say("end")

main()
