// Results stand in the order of the arguments, whoever was first.
#include "../say.h"

async int job(int n, double seconds) {
    await sleep(seconds);
    say("job %d", n);
    return n;
}

async int main(void) {
    int *r = await gather(job(1, 3), job(2, 1), job(3, 2));
    say("%d %d %d", r[0], r[1], r[2]);
}
