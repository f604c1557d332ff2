// A putter is cancelled: its item never comes, the next one's does.
#include "../say.h"

async void puts_one(const char *name, int n, queue(int) q) {
    try {
        await put(q, n);
        say("%s put", name);
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    queue(int) q = new_queue(int, 1);
    await put(q, 0);
    task(void) t[] = {spawn puts_one("A", 1, q), spawn puts_one("B", 2, q), spawn puts_one("C", 3, q)};
    await sleep(1);
    say("got %d", await get(q));
    cancel(t[0]);
    await sleep(1);
    say("got %d", await get(q));
    say("got %d", await get(q));
    await wait_all(t, 3);
}
