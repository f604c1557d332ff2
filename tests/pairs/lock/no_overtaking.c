// Between the release and the next one's turn nobody overtakes.
#include "../say.h"

async void waits(lock m) {
    await acquire(m);
    say("waiter has it");
    release(m);
}

async int main(void) {
    lock m = new_lock();
    await acquire(m);
    task(void) t = spawn waits(m);
    await sleep(0);
    release(m);
    say("locked %d", locked(m));
    await acquire(m);
    say("main has it again");
    release(m);
    await t;
}
