// Cancelled while it waits for a lock: the next one gets it.
#include "../say.h"

async void wants(const char *name, lock m) {
    try {
        await acquire(m);
        defer release(m);
        say("%s has it", name);
        await sleep(1);
    } catch (error e) {
        say("%s gives up", name);
    }
}

async int main(void) {
    lock m = new_lock();
    task(void) tasks[] = {spawn wants("A", m), spawn wants("B", m), spawn wants("C", m)};
    await sleep(0.5);
    cancel(tasks[1]);
    await wait_all(tasks, 3);
    say("locked %d", locked(m));
}
