// An error that leaves a generator ends it.
#include "../say.h"

generator(int) bad(void) {
    yield 1;
    throw error("ValueError", "bad");
}

int main(void) {
    generator(int) g = bad();
    say("%d", next(g));
    try {
        next(g);
    } catch (error e) {
        say("%s", e.message);
    }
    try {
        next(g);
    } catch (error e) {
        say("%s", e.name);
    }
}
