// Cancelling the task that is inside cancels the group; at the brace, too.
#include <stdio.h>

async void work(int n) {
    defer printf("work %d leaves at %.0f\n", n, loop_time());
    await sleep(50);
}

async void in_body(void) {
    taskgroup {
        spawn work(1);
        spawn work(2);
        await sleep(60);
    }
    printf("not reached\n");
}

async void at_brace(void) {
    taskgroup {
        spawn work(3);
        spawn work(4);
    }
    printf("not reached\n");
}

async int main(void) {
    task(void) a = spawn in_body();
    task(void) b = spawn at_brace();
    await sleep(1);
    cancel(a);
    await sleep(1);
    printf("%d\n", cancelled(a));
    cancel(b);
    await sleep(1);
    printf("%d\n", cancelled(b));
    return 0;
}
// expect: work 1 leaves at 1
// expect: work 2 leaves at 1
// expect: 1
// expect: work 3 leaves at 2
// expect: work 4 leaves at 2
// expect: 1
