// shield { }: a cancelled task finishes what is inside; the next wait outside throws.
#include <stdio.h>

async void work(void) {
    defer printf("leaves at %.0f\n", loop_time());
    shield {
        await sleep(3);
        printf("inside at %.0f\n", loop_time());
        await sleep(1);
        printf("inside at %.0f\n", loop_time());
    }
    printf("outside\n");
    await sleep(1);
    printf("not reached\n");
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    printf("%d\n", cancel(t));
    try {
        await t;
    } catch (error e) {
        printf("%s %d\n", e.name, cancelled(t));
    }
    return 0;
}
// expect: 1
// expect: inside at 3
// expect: inside at 4
// expect: outside
// expect: leaves at 4
// expect: CancelledError 1
