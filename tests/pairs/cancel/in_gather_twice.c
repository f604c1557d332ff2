// A gather's waiter is cancelled twice while the parts take their time to leave.
#include "../say.h"

async void part(const char *name, double seconds) {
    defer {
        shield {
            await sleep(seconds);
        }
        say("%s leaves", name);
    }
    await sleep(9);
}

async void whole(void) {
    defer say("whole leaves");
    await gather(part("A", 1));
}

async int main(void) {
    task(void) t = spawn whole();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
