// shield(x): who waits can be cancelled, x goes on.
#include <stdio.h>

async int work(void) {
    await sleep(3);
    printf("work done at %.0f\n", loop_time());
    return 5;
}

async void waits(task(int) t) {
    defer printf("waiter leaves at %.0f\n", loop_time());
    await shield(t);
}

async int main(void) {
    task(int) t = spawn work();
    task(void) w = spawn waits(t);
    await sleep(1);
    cancel(w);
    await sleep(0);
    printf("%d %d\n", done(t), cancelled(w));
    printf("%d\n", await shield(t));
    printf("%d\n", await shield(work()));
    return 0;
}
// expect: waiter leaves at 1
// expect: 0 1
// expect: work done at 3
// expect: 5
// expect: work done at 6
// expect: 5
