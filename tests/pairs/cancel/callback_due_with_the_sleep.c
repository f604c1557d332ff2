// A callback that is due at the moment a sleep ends, but was made later, still comes first.
#include "../say.h"

async void nap(void) {
    try {
        await sleep(1);
        say("slept well");
    } catch (error e) {
        say("told");
    }
}

task(void) t;

void stop_it(void *unused) {
    cancel(t);
}

async int main(void) {
    t = spawn nap();
    await sleep(0);
    call_later(1, stop_it, NULL);
    await t;
    say("end");
}
