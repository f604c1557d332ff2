// The task it waits for is cancelled by somebody else: that is no timeout.
#include "../say.h"

async void job(void) {
    await sleep(5);
}

task(void) t;

void stop_it(void *unused) {
    cancel(t);
}

async int main(void) {
    t = spawn job();
    call_later(1, stop_it, NULL);
    try {
        await wait_for(t, 3);
    } catch (error e) {
        say("%s", e.name);
    }
}
