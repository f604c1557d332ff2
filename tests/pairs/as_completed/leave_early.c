// Leaving the loop leaves the others alone.
#include "../say.h"

async int job(int n, double seconds) {
    await sleep(seconds);
    say("job %d", n);
    return n;
}

async int main(void) {
    task(int) t[] = {spawn job(3, 3), spawn job(1, 1), spawn job(2, 2)};
    future(int) *f = as_completed(t, 3);
    say("first %d", await f[0]);
    await wait_all(t, 3);
    say("end");
}
