// Awaiting a coroutine runs it here at once, as part of this task: no other task gets a turn.
#include <stdio.h>

async int twice(int x) {
    printf("twice %d\n", x);
    return 2 * x;
}

async void other(void) {
    printf("other\n");
}

async int main(void) {
    task(void) t = spawn other();
    coroutine(int) c = twice(1);     // nothing has run yet
    printf("%d\n", await c);         // expect: twice 1
                                     // expect: 2
    printf("%d\n", await twice(2));  // expect: twice 2
                                     // expect: 4
    await t;                         // expect: other
    return 0;
}
