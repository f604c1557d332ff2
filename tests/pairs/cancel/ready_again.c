// A task whose sleep is over, but who has not run yet, is still told.
#include "../say.h"

async void nap(const char *name) {
    try {
        await sleep(1);
        say("%s slept well", name);
    } catch (error e) {
        say("%s was told", name);
    }
}

task(void) t;

void stop_it(void *unused) {
    cancel(t);
}

async int main(void) {
    call_later(1, stop_it, NULL);
    t = spawn nap("A");
    await sleep(2);
    say("cancelled %d", cancelled(t));
}
