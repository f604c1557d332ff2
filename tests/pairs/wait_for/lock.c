// A limit on a lock: who gives up does not stand in the way.
#include "../say.h"

async void holder(lock m) {
    {
        await acquire(m);
        defer release(m);
        await sleep(3);
    }
    say("released");
}

async int main(void) {
    lock m = new_lock();
    task(void) t = spawn holder(m);
    await sleep(0);
    try {
        await wait_for(acquire(m), 1);
    } catch (error e) {
        say("gave up, locked %d", locked(m));
    }
    await acquire(m);
    say("has it");
    await t;
}
