// A cancelled waiter has the lock again when it is told.
#include "../say.h"

async void waits(const char *name, condition c) {
    await acquire(c);
    defer release(c);
    try {
        await wait(c);
        say("%s goes on", name);
    } catch (error e) {
        say("%s told, locked %d", name, locked(c));
        throw;
    }
}

async int main(void) {
    condition c = new_condition();
    task(void) t[] = {spawn waits("A", c), spawn waits("B", c)};
    await sleep(1);
    {
        await acquire(c);
        defer release(c);
        cancel(t[0]);
        await sleep(1);
        say("lock held, done %d", done(t[0]));
        notify_all(c);
    }
    await wait_all(t, 2);
}
