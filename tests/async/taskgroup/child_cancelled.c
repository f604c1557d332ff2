// A task of the group that is cancelled alone is no failure.
#include <stdio.h>

async void work(int n) {
    await sleep(n);
    printf("work %d\n", n);
}

async int main(void) {
    taskgroup {
        task(void) t = spawn work(2);
        spawn work(3);
        await sleep(1);
        cancel(t);
    }
    printf("left at %.0f\n", loop_time());
    return 0;
}
// expect: work 3
// expect: left at 3
