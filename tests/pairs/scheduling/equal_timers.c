// Timers of the same moment go off in the order in which they were made.
#include "../say.h"

async void nap(const char *name, double seconds) {
    await sleep(seconds);
    say("%s wakes", name);
}

async int main(void) {
    await gather(nap("A", 2), nap("B", 1), nap("C", 2), nap("D", 1), nap("E", 1), nap("F", 2));
}
