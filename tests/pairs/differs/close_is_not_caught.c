// What closes a generator, seen from inside.
// differs: closing runs defers only. Python's GeneratorExit can be caught (and then must be raised
// again).
#include "../say.h"

generator(int) numbers(void) {
    defer say("closed");
    try {
        yield 1;
    } catch (error e) {
        say("caught %s", e.name);
        throw;
    }
}

int main(void) {
    generator(int) g = numbers();
    next(g);
    close_generator(g);
}

// expect: 0 closed
