// A part that was cancelled throws CancelledError in its turn.
#include "../say.h"

async int job(double seconds) {
    await sleep(seconds);
    return 1;
}

task(int) t[2];

void stop_second(void *unused) {
    cancel(t[1]);
}

async int main(void) {
    t[0] = spawn job(3);
    t[1] = spawn job(5);
    call_later(1, stop_second, NULL);
    future(int) *f = as_completed(t, 2);
    for (int i = 0; i < 2; i++) {
        try {
            say("%d", await f[i]);
        } catch (error e) {
            say("%s", e.name);
        }
    }
}
