// In a cancelled task a defer's wait throws, unless it stands in a shield.
#include <stdio.h>

async void plain(void) {
    defer {
        await sleep(1);
        printf("not reached\n");
    }
    await sleep(9);
}

async void careful(void) {
    defer shield {
        await sleep(1);
        printf("tidied at %.0f\n", loop_time());
    }
    await sleep(9);
}

async int main(void) {
    task(void) a = spawn plain();
    task(void) b = spawn careful();
    await sleep(1);
    cancel(a);
    cancel(b);
    await sleep(0);
    printf("%d %d\n", cancelled(a), cancelled(b));
    await sleep(2);
    printf("%d %d\n", cancelled(a), cancelled(b));
    return 0;
}
// expect: 0 0
// expect: tidied at 2
// expect: 1 1
