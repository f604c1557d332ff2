// Each throws what it failed with, and the loop goes on.
#include "../say.h"

async int job(int n, double seconds) {
    await sleep(seconds);
    if (n == 2)
        throw error("ValueError", "two");
    return n;
}

async int main(void) {
    task(int) t[] = {spawn job(1, 3), spawn job(2, 2), spawn job(3, 1)};
    future(int) *f = as_completed(t, 3);
    for (int i = 0; i < 3; i++) {
        try {
            say("%d", await f[i]);
        } catch (error e) {
            say("%s %s", e.name, e.message);
        }
    }
}
