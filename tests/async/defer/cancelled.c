// Cancellation runs the defers, innermost first, of every function on the way.
#include <stdio.h>

async void inner(void) {
    defer printf("inner 1\n");
    defer printf("inner 2\n");
    await sleep(10);
}

async void outer(void) {
    defer printf("outer\n");
    await inner();
    printf("not reached\n");
}

async int main(void) {
    task(void) t = spawn outer();
    await sleep(1);
    cancel(t);
    try {
        await t;
    } catch (error e) {
        printf("%s %d\n", e.name, cancelled(t));
    }
    return 0;
}
// expect: inner 2
// expect: inner 1
// expect: outer
// expect: CancelledError 1
