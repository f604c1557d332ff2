// wait_for looks again each time it is notified.
#include "../say.h"

int ready;

bool is_ready(void *least) {
    return ready >= *(int *)least;
}

async void waits(const char *name, int least, condition c) {
    await acquire(c);
    defer release(c);
    await wait_for(c, is_ready, &least);
    say("%s: %d", name, ready);
}

async int main(void) {
    condition c = new_condition();
    task(void) t[] = {spawn waits("A", 3, c), spawn waits("B", 1, c), spawn waits("C", 2, c)};
    for (ready = 1; ready < 4; ready++) {
        await sleep(1);
        await acquire(c);
        notify_all(c);
        release(c);
    }
    await wait_all(t, 3);
}
