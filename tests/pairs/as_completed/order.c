// As they are done, not as they were given.
#include "../say.h"

async int job(int n, double seconds) {
    await sleep(seconds);
    return n;
}

async int main(void) {
    task(int) t[] = {spawn job(1, 3), spawn job(2, 1), spawn job(3, 2)};
    future(int) *f = as_completed(t, 3);
    for (int i = 0; i < 3; i++)
        say("%d", await f[i]);
}
