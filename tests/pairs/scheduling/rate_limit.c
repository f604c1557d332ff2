// So many at a time, with a pause behind each.
#include "../say.h"

async int fetch(int n, semaphore gate) {
    await acquire(gate);
    defer release(gate);
    say("fetch %d", n);
    await sleep(1 + 0.25 * n);
    return n * n;
}

async int main(void) {
    semaphore gate = new_semaphore(2);
    int *r = await gather(fetch(0, gate), fetch(1, gate), fetch(2, gate), fetch(3, gate), fetch(4, gate));
    say("%d", r[0] + r[1] + r[2] + r[3] + r[4]);
}
