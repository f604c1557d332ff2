// An item that is taken before the getter that was woken for it runs: that one waits again.
#include "../say.h"

async void takes(const char *name, queue(int) q) {
    say("%s got %d", name, await get(q));
}

async int main(void) {
    queue(int) q = new_queue(int);
    task(void) t[] = {spawn takes("A", q), spawn takes("B", q)};
    await sleep(1);
    int x = 0;
    try_put(q, 1);
    try_get(q, &x);
    say("main got %d", x);
    await sleep(1);
    try_put(q, 2);
    try_put(q, 3);
    await wait_all(t, 2);
}
