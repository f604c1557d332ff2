// What is awaited when time is up is cancelled and has its defers run first.
#include <stdio.h>

async int work(void) {
    defer printf("work leaves at %.0f\n", loop_time());
    await sleep(9);
    return 1;
}

async int main(void) {
    task(int) t = spawn work();
    deadline (1) {
        printf("%d\n", await t);
    } else {
        printf("late at %.0f, cancelled %d\n", loop_time(), cancelled(t));
    }
    deadline (1) {
        await gather(work(), work());
    } else {
        printf("late at %.0f\n", loop_time());
    }
    deadline (1) {
        await new_future(int);
    } else {
        printf("late at %.0f\n", loop_time());
    }
    return 0;
}
// expect: work leaves at 1
// expect: late at 1, cancelled 1
// expect: work leaves at 2
// expect: work leaves at 2
// expect: late at 2
// expect: late at 3
