// Cancelling who waits for a shield leaves what is behind it alone.
#include "../say.h"

async int job(void) {
    await sleep(3);
    say("job ends");
    return 4;
}

async void waits(task(int) t) {
    defer say("waiter leaves");
    await shield(t);
}

async int main(void) {
    task(int) t = spawn job();
    task(void) w = spawn waits(t);
    await sleep(1);
    cancel(w);
    say("result %d", await t);
    say("waiter cancelled %d", cancelled(w));
}
