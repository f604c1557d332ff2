// Cancelled while notified, in every order, with others waiting for the lock.
#include "../say.h"

async void waits(const char *name, condition c) {
    await acquire(c);
    defer release(c);
    try {
        await wait(c);
        say("%s goes on", name);
    } catch (error e) {
        say("%s told", name);
        throw;
    }
}

async void locks(const char *name, condition c) {
    await acquire(c);
    defer release(c);
    say("%s has the lock", name);
}

async int main(void) {
    condition c = new_condition();
    task(void) t[6] = {spawn waits("A", c), spawn waits("B", c), spawn waits("C", c), spawn waits("D", c)};
    await sleep(1);
    {
        await acquire(c);
        defer release(c);
        t[4] = spawn locks("X", c);
        await sleep(0);
        notify(c, 2);
        cancel(t[1]);
        cancel(t[3]);
        t[5] = spawn locks("Y", c);
        await sleep(0);
        cancel(t[0]);
    }
    for (int turn = 0; turn < 12; turn++) {
        say("turn %d: %d%d%d%d%d%d", turn, done(t[0]), done(t[1]), done(t[2]), done(t[3]), done(t[4]), done(t[5]));
        await sleep(0);
    }
    cancel(t[2]);
    await wait_all(t, 6);
}
