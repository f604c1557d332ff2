// A callback of a task that is cancelled.
#include "../say.h"

void callback(task(void) t) {
    say("callback, cancelled %d", cancelled(t));
}

async void job(void) {
    await sleep(5);
}

async int main(void) {
    task(void) t = spawn job();
    on_done(t, callback);
    await sleep(1);
    cancel(t);
    await sleep(1);
    say("end");
}
