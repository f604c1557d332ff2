// close runs the clean-up where it stands; twice is fine.
#include "../say.h"

generator(int) numbers(void) {
    defer say("closed");
    yield 1;
    yield 2;
}

int main(void) {
    generator(int) g = numbers();
    say("%d", next(g));
    close_generator(g);
    close_generator(g);
    try {
        next(g);
    } catch (error e) {
        say("%s", e.name);
    }
}
