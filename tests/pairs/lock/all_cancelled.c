// All who wait are cancelled: the lock is free.
#include "../say.h"

async void wants(const char *name, lock m) {
    defer say("%s leaves", name);
    await acquire(m);
}

async int main(void) {
    lock m = new_lock();
    await acquire(m);
    task(void) t[] = {spawn wants("A", m), spawn wants("B", m)};
    await sleep(0);
    for (task(void) x : t)
        cancel(x);
    await wait_all(t, 2);
    release(m);
    say("locked %d", locked(m));
    await acquire(m);
    say("taken");
}
