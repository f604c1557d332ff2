// Cancelling wakes a sleeping task at once; what it awaits is cancelled with it.
#include <stdio.h>

async void inner(void) {
    defer printf("inner leaves at %.2f\n", loop_time());
    await sleep(100);
    printf("not reached\n");
}

async void outer(task(void) t) {
    defer printf("outer leaves\n");
    await t;
}

async int main(void) {
    task(void) i = spawn inner();
    task(void) o = spawn outer(i);
    await sleep(1);
    printf("%d\n", cancel(o)); // expect: 1
    await sleep(0);            // expect: inner leaves at 1.00
    await sleep(0);            // expect: outer leaves
    printf("%d %d\n", cancelled(i), cancelled(o)); // expect: 1 1
    printf("%d\n", cancel(o));                     // expect: 0
    printf("%.2f\n", loop_time());                 // expect: 1.00
    return 0;
}
