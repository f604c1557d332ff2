// Cancellation stays on: every further wait throws again, so a task cannot miss it.
#include <stdio.h>

async int stubborn(void) {
    for (int i = 0; i < 3; i++) {
        try {
            await sleep(5);
        } catch (error e) {
            printf("%d: %s at %.0f\n", i, e.name, loop_time());
        }
    }
    return 7;
}

async int main(void) {
    task(int) t = spawn stubborn();
    await sleep(1);
    cancel(t);
    printf("%d\n", await t);
    printf("%d %d\n", done(t), cancelled(t));
    return 0;
}
// expect: 0: CancelledError at 1
// expect: 1: CancelledError at 1
// expect: 2: CancelledError at 1
// expect: 7
// expect: 1 0
