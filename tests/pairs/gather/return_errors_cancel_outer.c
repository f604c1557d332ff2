// return_exceptions does not keep the gather itself from being cancelled.
#include "../say.h"

async void job(const char *name) {
    defer say("%s leaves", name);
    await sleep(5);
}

async void whole(void) {
    await gather(job("A"), job("B"), .return_errors = true);
    say("never");
}

async int main(void) {
    task(void) t = spawn whole();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
