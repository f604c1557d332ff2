// send goes on with a value.
#include "../say.h"

generator(int, int) adder(void) {
    int total = 0;
    for (;;) {
        int got = yield total;
        say("got %d", got);
        total += got;
    }
}

int main(void) {
    generator(int, int) g = adder();
    say("first %d", next(g));
    say("then %d", send(g, 5));
    say("then %d", send(g, 7));
    close_generator(g);
}
