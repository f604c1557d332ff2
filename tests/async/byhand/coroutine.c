// A coroutine object by hand: next() runs it to where it waits, and gives what it waits on.
#include <stdio.h>

async int step(void) {
    printf("begins\n");
    await sleep(1);
    printf("goes on at %.1f\n", loop_time());
    await sleep(2);
    printf("ends\n");
    return 3;
}

async int main(void) {
    coroutine(int) c = step();
    future(void) f = next(c);      // expect: begins
    printf("%d\n", done(f));       // expect: 0
    await f;
    f = next(c);                   // expect: goes on at 1.0
    await f;
    printf("%.1f\n", loop_time()); // expect: 3.0
    close_coroutine(c);
    return 0;
}
