// A generator runs inside the task that takes its values; an async generator may wait between them.
#include <stdio.h>

generator(int) count(int n) {
    for (int i = 0; i < n; i++)
        yield i;
}

async void show(const char *name, int n) {
    for (int i : count(n)) {
        printf("%s%d\n", name, i);
        await sleep(1);
    }
}

async int main(void) {
    await gather(show("A", 3), show("B", 2));
    // expect: A0
    // expect: B0
    // expect: A1
    // expect: B1
    // expect: A2
    printf("%.1f\n", loop_time()); // expect: 3.0
    return 0;
}
