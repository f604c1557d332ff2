// What does not suspend is not stopped: a plain sleep and a long computation; the next wait is.
#include <stdio.h>

async int main(void) {
    deadline (1) {
        sleep(3);
        printf("slept until %.0f\n", loop_time());
        await sleep(0);
        printf("not reached\n");
    } else {
        printf("else at %.0f\n", loop_time());
    }
    return 0;
}
// expect: slept until 3
// expect: else at 3
