// Several waiters cancelled, then two places: the ones that stayed get them.
#include "../say.h"

async void work(const char *name, semaphore s) {
    try {
        await acquire(s);
        say("%s in", name);
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    semaphore s = new_semaphore(0);
    task(void) t[] = {spawn work("A", s), spawn work("B", s), spawn work("C", s), spawn work("D", s),
                      spawn work("E", s)};
    await sleep(0);
    cancel(t[0]);
    cancel(t[2]);
    release(s);
    release(s);
    for (int turn = 0; turn < 4; turn++) {
        say("turn %d", turn);
        await sleep(0);
    }
    release(s);
    await wait_all(t, 5);
}
