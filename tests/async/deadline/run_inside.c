// run() in a plain function suspends the task, so a deadline reaches it there.
#include <stdio.h>

async int slow(void) {
    defer printf("slow leaves at %.0f\n", loop_time());
    await sleep(9);
    return 1;
}

int plain(void) {
    defer printf("plain leaves\n");
    return run(slow());
}

async int main(void) {
    deadline (2) {
        plain();
        printf("not reached\n");
    } else {
        printf("late\n");
    }
    return 0;
}
// expect: slow leaves at 2
// expect: plain leaves
// expect: late
