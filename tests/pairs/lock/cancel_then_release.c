// The first is cancelled and the lock released in one turn.
#include "../say.h"

async void wants(const char *name, lock m) {
    try {
        await acquire(m);
        say("%s has it", name);
        release(m);
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    lock m = new_lock();
    await acquire(m);
    task(void) t[] = {spawn wants("A", m), spawn wants("B", m), spawn wants("C", m)};
    await sleep(0);
    cancel(t[0]);
    release(m);
    for (int turn = 0; turn < 4; turn++) {
        say("turn %d", turn);
        await sleep(0);
    }
    await wait_all(t, 3);
}
