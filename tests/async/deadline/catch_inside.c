// A catch in the block sees the timeout; while time is up, every further wait throws again.
#include <stdio.h>

async int main(void) {
    deadline (1) {
        try {
            await sleep(5);
        } catch (error e) {
            printf("%s at %.0f\n", e.name, loop_time());
        }
        printf("still inside\n");
        await sleep(1);
        printf("not reached\n");
    } else {
        printf("else at %.0f\n", loop_time());
    }
    deadline (1) {
        try {
            await sleep(5);
        } catch (error e) {
        }
    } else {
        printf("not reached\n");
    }
    printf("swallowed: goes on at %.0f\n", loop_time());
    await sleep(1);
    return 0;
}
// expect: TimeoutError at 1
// expect: still inside
// expect: else at 1
// expect: swallowed: goes on at 2
