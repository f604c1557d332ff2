// Timers by time, then by creation.
#include <stdio.h>

async void nap(const char *name, double seconds) {
    await sleep(seconds);
    printf("%s at %.2f\n", name, loop_time());
}

async int main(void) {
    double start = loop_time();
    await gather(nap("A", 2), nap("B", 1), nap("C", 2), nap("D", 0.5));
    // expect: D at 0.50
    // expect: B at 1.00
    // expect: A at 2.00
    // expect: C at 2.00
    printf("%.2f\n", loop_time() - start); // expect: 2.00
    return 0;
}
