// Cancelled in the very turn of the deadline: the cancellation wins.
#include "../say.h"

async void work(void) {
    try {
        deadline (1) {
            await sleep(10);
        }
    } catch (error e) {
        say("%s", e.name);
        throw;
    }
}

task(void) t;

void stop_it(void *unused) {
    cancel(t);
}

async int main(void) {
    t = spawn work();
    await sleep(0);
    call_later(1, stop_it, NULL);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
