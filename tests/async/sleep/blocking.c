// sleep(1) stops the world; await sleep(1) stops only this task. `other` was due at 0.5 and had to wait.
#include <stdio.h>

async void other(void) {
    await sleep(0.5);
    printf("other at %.2f\n", loop_time());
}

void plain(void) {
    sleep(1);
}

async int main(void) {
    task(void) t = spawn other();
    await sleep(0);
    plain();
    printf("plain at %.2f\n", loop_time());  // expect: plain at 1.00
    await t;                                 // expect: other at 1.00
    task(void) u = spawn other();
    await sleep(1);                          // expect: other at 1.50
    printf("await at %.2f\n", loop_time());  // expect: await at 2.00
    await u;
    return 0;
}
