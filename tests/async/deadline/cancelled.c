// The whole task is cancelled inside a deadline: that is no timeout.
#include <stdio.h>

async void work(void) {
    deadline (5) {
        await sleep(9);
    } else {
        printf("not reached\n");
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    cancel(t);
    await sleep(0);
    printf("%d at %.0f\n", cancelled(t), loop_time());
    return 0;
}
// expect: 1 at 1
