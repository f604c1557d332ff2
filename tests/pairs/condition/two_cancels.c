// Two waiters cancelled in one turn leave one after the other.
#include "../say.h"

async void waits(const char *name, condition c) {
    await acquire(c);
    defer release(c);
    defer {
        say("%s leaves", name);
        shield {
            await sleep(0);
        }
    }
    await wait(c);
}

async int main(void) {
    condition c = new_condition();
    task(void) t[] = {spawn waits("A", c), spawn waits("B", c), spawn waits("C", c)};
    await sleep(1);
    cancel(t[1]);
    cancel(t[0]);
    cancel(t[2]);
    await wait_all(t, 3);
    say("locked %d", locked(c));
}
