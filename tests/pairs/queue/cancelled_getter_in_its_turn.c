// A getter is cancelled when an item had come for it: the next one gets it.
#include "../say.h"

async void takes(const char *name, queue(int) q) {
    try {
        say("%s got %d", name, await get(q));
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    queue(int) q = new_queue(int);
    task(void) t[] = {spawn takes("A", q), spawn takes("B", q)};
    await sleep(1);
    try_put(q, 7);
    cancel(t[0]);
    await wait_all(t, 2);
    say("left %zu", size(q));
}
