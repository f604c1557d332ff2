// notify wakes the one that waits longest, once the lock is free.
#include "../say.h"

async void waits(const char *name, condition c) {
    await acquire(c);
    defer release(c);
    say("%s waits", name);
    await wait(c);
    say("%s goes on", name);
}

async int main(void) {
    condition c = new_condition();
    task(void) t[] = {spawn waits("A", c), spawn waits("B", c)};
    await sleep(1);
    {
        await acquire(c);
        defer release(c);
        notify(c);
        say("notified");
        await sleep(1);
    }
    await sleep(1);
    await acquire(c);
    notify_all(c);
    release(c);
    await wait_all(t, 2);
}
