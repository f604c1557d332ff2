// Cancelled when its turn had come: the place goes to the next.
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
    semaphore s = new_semaphore(1);
    await acquire(s);
    task(void) t[] = {spawn work("A", s), spawn work("B", s)};
    await sleep(0);
    release(s);
    cancel(t[0]);
    await wait_all(t, 2);
    say("locked %d", locked(s));
}
