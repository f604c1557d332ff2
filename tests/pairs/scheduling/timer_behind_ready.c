// A timer that is due makes its task ready behind those that are ready already.
#include "../say.h"

async void nap(const char *name, double seconds) {
    await sleep(seconds);
    say("%s wakes", name);
}

async void busy(void) {
    await sleep(1);
    for (int i = 0; i < 3; i++) {
        say("busy %d", i);
        await sleep(0);
    }
}

async int main(void) {
    await gather(busy(), nap("A", 1), nap("B", 1));
}
