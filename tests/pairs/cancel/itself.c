// A task that cancels itself goes on to its next wait.
#include "../say.h"

async void work(void) {
    cancel(current_task());
    say("goes on");
    defer say("leaves");
    await sleep(0);
    say("never");
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(0);
    await sleep(0);
    say("cancelled %d", cancelled(t));
}
