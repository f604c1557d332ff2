// Cancelling who waits cancels none of what it waits for.
#include "../say.h"

async void job(const char *name) {
    await sleep(3);
    say("%s ends", name);
}

async void waits(task(void) *t) {
    defer say("waiter leaves");
    await wait_all(t, 2);
}

async int main(void) {
    task(void) t[] = {spawn job("A"), spawn job("B")};
    task(void) w = spawn waits(t);
    await sleep(1);
    cancel(w);
    await gather(t, 2);
    say("waiter cancelled %d", cancelled(w));
}
