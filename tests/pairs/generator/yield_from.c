// yield from hands on all of another generator.
#include "../say.h"

generator(int) leaf(int first) {
    say("leaf %d begins", first);
    yield first;
    yield first + 1;
    say("leaf %d ends", first);
}

generator(int) tree(void) {
    yield 0;
    yield from leaf(10);
    yield from leaf(20);
    yield 99;
}

int main(void) {
    for (int x : tree())
        say("%d", x);
}
