// Set, and its waiter cancelled in the same turn: the cancellation wins.
#include "../say.h"

async void waits(future(int) f) {
    try {
        say("got %d", await f);
    } catch (error e) {
        say("told");
    }
}

async int main(void) {
    future(int) f = new_future(int);
    task(void) t = spawn waits(f);
    await sleep(1);
    set_result(f, 1);
    say("cancel %d", cancel(t));
    await t;
    say("future done %d", done(f));
}
