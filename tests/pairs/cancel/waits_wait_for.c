// Cancelling who waits in wait_for, whose job takes its time to leave.
#include "../say.h"

async void job(void) {
    defer {
        shield {
            await sleep(2);
        }
        say("job leaves");
    }
    await sleep(9);
}

async void outer(void) {
    defer say("outer leaves");
    await wait_for(job(), 5);
}

async int main(void) {
    task(void) t = spawn outer();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
