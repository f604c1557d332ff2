// Two tasks that wait for each other can be cancelled: the last one of the ring is told, and its end goes round.
// Both used to stay for ever: the first one was told, and the other waited for what never ended.
#include <stdio.h>

task(void) a, b;

async void waits(const char *name, task(void) *other) {
    defer printf("%s leaves\n", name);
    await sleep(1);
    await *other;
}

async int main(void) {
    a = spawn waits("A", &b);
    b = spawn waits("B", &a);
    await sleep(2);
    printf("%d\n", cancel(a)); // expect: 1
    await sleep(1);            // expect: B leaves
                               // expect: A leaves
    printf("%d %d\n", cancelled(a), cancelled(b)); // expect: 1 1
    return 0;
}
