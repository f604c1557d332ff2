// Timers far apart and close together.
#include "../say.h"

async void nap(const char *name, double seconds) {
    await sleep(seconds);
    say("%s", name);
}

async int main(void) {
    await gather(nap("a day", 86400), nap("an hour", 3600), nap("a thousandth", 0.001), nap("a second", 1),
                 nap("a thousandth more", 1.001));
}
