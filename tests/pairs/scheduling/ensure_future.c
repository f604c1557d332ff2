// ensure_future makes a task of a coroutine and leaves a task or a future as it is.
#include "../say.h"

async int value_of(void) {
    say("runs");
    return 3;
}

async int main(void) {
    task(int) t = ensure_future(value_of());
    task(int) same = ensure_future(t);
    say("same %d", t == same);
    say("got %d", await same);
}
