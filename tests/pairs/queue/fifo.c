// First in, first out; getters in the order in which they came.
#include "../say.h"

async void takes(const char *name, queue(int) q) {
    for (int i = 0; i < 2; i++)
        say("%s got %d", name, await get(q));
}

async int main(void) {
    queue(int) q = new_queue(int);
    task(void) t[] = {spawn takes("A", q), spawn takes("B", q)};
    await sleep(1);
    for (int i = 0; i < 4; i++)
        try_put(q, i);
    say("put four, %zu in it", size(q));
    await wait_all(t, 2);
}
