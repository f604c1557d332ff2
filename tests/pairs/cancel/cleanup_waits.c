// Clean-up that waits: the task ends after it.
#include "../say.h"

async void work(void) {
    defer {
        say("tidies");
        shield {
            await sleep(2);
        }
        say("tidy");
    }
    await sleep(10);
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    cancel(t);
    await sleep(1);
    say("done %d", done(t));
    try {
        await t;
    } catch (error e) {
        say("cancelled");
    }
}
