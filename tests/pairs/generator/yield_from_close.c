// Closing the outer one closes the inner one first.
#include "../say.h"

generator(int) inner(void) {
    defer say("inner closed");
    yield 1;
    yield 2;
}

generator(int) outer(void) {
    defer say("outer closed");
    yield from inner();
}

int main(void) {
    generator(int) g = outer();
    say("%d", next(g));
    close_generator(g);
    say("end");
}
