// A task that cancels itself is told at its next wait; inside a shield at the first one behind it.
#include <stdio.h>

async void work(void) {
    cancel(current_task());
    printf("goes on\n");
    shield {
        await sleep(1);
        printf("shielded\n");
    }
    await sleep(1);
    printf("not reached\n");
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(2);
    printf("%d\n", cancelled(t));
    return 0;
}
// expect: goes on
// expect: shielded
// expect: 1
