// Closing one that has not begun: nothing runs.
#include "../say.h"

generator(int) numbers(void) {
    defer say("closed");
    yield 1;
}

int main(void) {
    generator(int) g = numbers();
    close_generator(g);
    try {
        next(g);
    } catch (error e) {
        say("%s", e.name);
    }
}
