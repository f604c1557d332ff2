// With return_exceptions a cancelled part is one of the results.
#include "../say.h"

async void job(double seconds) {
    await sleep(seconds);
}

task(void) t[2];

void stop_first(void *unused) {
    cancel(t[0]);
}

async int main(void) {
    t[0] = spawn job(5);
    t[1] = spawn job(2);
    call_later(1, stop_first, NULL);
    await gather(t, 2, .return_errors = true);
    say("%d %d", cancelled(t[0]), cancelled(t[1]));
}
