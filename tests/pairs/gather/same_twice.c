// The same task twice: its result twice.
#include "../say.h"

async int job(void) {
    say("runs");
    await sleep(1);
    return 4;
}

async int main(void) {
    task(int) t = spawn job();
    int *r = await gather(t, t);
    say("%d %d", r[0], r[1]);
}
