// Too late: the wait ends, the defers run, the else branch follows. In time: it does not.
#include <stdio.h>

async void work(double seconds) {
    defer printf("leaves at %.1f\n", loop_time());
    await sleep(seconds);
    printf("done\n");
}

async int main(void) {
    deadline (2.0) {
        await work(5);
        printf("not reached\n");
    } else {
        printf("too slow at %.1f\n", loop_time());
    }
    deadline (2) {
        await work(1);
    } else
        printf("not reached\n");
    await sleep(10);
    printf("end at %.1f\n", loop_time());
    return 0;
}
// expect: leaves at 2.0
// expect: too slow at 2.0
// expect: done
// expect: leaves at 3.0
// expect: end at 13.0
