// Cancelled between the release and its turn: the next one has it.
#include "../say.h"

async void wants(const char *name, lock m) {
    try {
        await acquire(m);
        say("%s has it", name);
        release(m);
    } catch (error e) {
        say("%s told", name);
        throw;
    }
}

async int main(void) {
    lock m = new_lock();
    await acquire(m);
    task(void) t[] = {spawn wants("A", m), spawn wants("B", m)};
    await sleep(0);
    release(m);
    cancel(t[0]);
    await wait_all(t, 2);
    say("locked %d", locked(m));
}
