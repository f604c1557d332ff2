// A getter that comes between an item and the turn of the one that was woken for it.
#include "../say.h"

async void takes(const char *name, queue(int) q) {
    say("%s got %d", name, await get(q));
}

async int main(void) {
    queue(int) q = new_queue(int);
    task(void) t[2] = {spawn takes("A", q)};
    await sleep(1);
    try_put(q, 1);
    t[1] = spawn takes("B", q);
    say("main got %d", await get(q));
    try_put(q, 2);
    await sleep(1);
    try_put(q, 3);
    await wait_all(t, 2);
}
