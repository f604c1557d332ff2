// A free lock is taken without a turn.
#include "../say.h"

async void other(void) {
    say("other");
}

async int main(void) {
    task(void) t = spawn other();
    lock m = new_lock();
    say("%d", await acquire(m));
    say("locked %d", locked(m));
    release(m);
    say("locked %d", locked(m));
    await t;
}
