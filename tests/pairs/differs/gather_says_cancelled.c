// Cancelling the gather's future cancels the parts; it is cancelled when they are gone.
// differs: a gather that was cancelled says so. Python stores CancelledError as if it had failed, and
// cancelled() is false.
#include "../say.h"

async void job(const char *name, double seconds) {
    defer say("%s leaves", name);
    await sleep(seconds);
}

async int main(void) {
    auto g = gather(job("A", 5), job("B", 6));
    await sleep(1);
    say("cancel %d", cancel(g));
    say("done %d", done(g));
    try {
        await g;
    } catch (error e) {
        say("%s", e.name);
    }
    say("cancelled %d", cancelled(g));
}

// expect: 1 cancel 1
// expect: 1 done 0
// expect: 1 A leaves
// expect: 1 B leaves
// expect: 1 CancelledError
// expect: 1 cancelled 1
