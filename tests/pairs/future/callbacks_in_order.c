// Done callbacks are called in the order in which they were added, in the next turn.
#include "../say.h"

void first(future(int) f) {
    say("first %d", result(f));
}

void second(future(int) f) {
    say("second %d", result(f));
}

async int main(void) {
    future(int) f = new_future(int);
    on_done(f, first);
    on_done(f, second);
    set_result(f, 7);
    say("set");
    await sleep(0);
    say("end");
}
