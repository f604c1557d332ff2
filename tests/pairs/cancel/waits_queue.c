// Cancelled while it waits at a queue: the item goes to the next.
#include "../say.h"

async void takes(const char *name, queue(int) q) {
    try {
        say("%s got %d", name, await get(q));
    } catch (error e) {
        say("%s gives up", name);
    }
}

async int main(void) {
    queue(int) q = new_queue(int);
    task(void) tasks[] = {spawn takes("A", q), spawn takes("B", q)};
    await sleep(1);
    cancel(tasks[0]);
    try_put(q, 7);
    await wait_all(tasks, 2);
    say("left %zu", size(q));
}
