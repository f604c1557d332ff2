// join waits until every item is dealt with.
#include "../say.h"

async void worker(const char *name, queue(int) q) {
    for (;;) {
        int n = await get(q);
        await sleep(n);
        say("%s did %d", name, n);
        task_done(q);
    }
}

async int main(void) {
    queue(int) q = new_queue(int);
    int jobs[] = {3, 1, 2, 1};
    for (int n : jobs)
        try_put(q, n);
    task(void) t[] = {spawn worker("A", q), spawn worker("B", q)};
    await join(q);
    say("all done");
    for (task(void) x : t)
        cancel(x);
    await wait_all(t, 2);
}
