// Notified, then cancelled while it waits for the lock: it gets the lock first, then it is told.
#include "../say.h"

async void waits(condition c) {
    await acquire(c);
    defer release(c);
    try {
        await wait(c);
        say("goes on");
    } catch (error e) {
        say("told, locked %d", locked(c));
        throw;
    }
}

async int main(void) {
    condition c = new_condition();
    task(void) t = spawn waits(c);
    await sleep(1);
    {
        await acquire(c);
        defer release(c);
        notify(c);
        await sleep(1);
        say("cancel");
        cancel(t);
        await sleep(1);
        say("release");
    }
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
