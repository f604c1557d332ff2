// No time at all, but it is done: its result.
#include "../say.h"

async int job(void) {
    return 3;
}

async int main(void) {
    task(int) t = spawn job();
    await sleep(0);
    say("%d", await wait_for(t, 0));
    say("%d", await wait_for(t, -1));
}
