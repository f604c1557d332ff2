// Cancelled from outside when a task has just failed: the failure goes on.
#include "../say.h"

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async void work(void) {
    taskgroup {
        spawn bad();
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(0);
    await sleep(1);
    await sleep(0);
    say("cancel %d", cancel(t));
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
