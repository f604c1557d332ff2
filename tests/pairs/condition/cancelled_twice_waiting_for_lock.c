// Cancelled once while it waits to be notified, once more while it waits for the lock.
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
        cancel(t[0]);
        cancel(t[1]);
        await sleep(1);
        say("release");
    }
    for (int turn = 0; turn < 6; turn++) {
        say("turn %d: %d %d", turn, done(t[0]), done(t[1]));
        await sleep(0);
    }
}
