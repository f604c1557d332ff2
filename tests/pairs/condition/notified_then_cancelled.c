// Notified and cancelled in one turn: it is told; the notification is lost.
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

async int main(void) {
    condition c = new_condition();
    task(void) t[] = {spawn waits("A", c), spawn waits("B", c)};
    await sleep(1);
    await acquire(c);
    notify(c);
    cancel(t[0]);
    release(c);
    await sleep(1);
    say("B done %d", done(t[1]));
    await acquire(c);
    notify(c);
    release(c);
    await wait_all(t, 2);
}
