// What is sent goes to the inner one, and so does an error.
#include "../say.h"

generator(int, int) inner(void) {
    int total = 0;
    for (;;) {
        try {
            int got = yield total;
            total += got;
        } catch (error e) {
            say("inner caught it");
            total = 0;
        }
    }
}

generator(int, int) outer(void) {
    yield from inner();
}

int main(void) {
    generator(int, int) g = outer();
    next(g);
    say("%d", send(g, 5));
    say("%d", send(g, 6));
    say("%d", throw_into(g, error("ValueError", "again")));
    say("%d", send(g, 7));
    close_generator(g);
}
