// gather's option: waits for all, throws nothing; and awaitables of several types, when nobody wants the results.
#include <stdio.h>
async int f(int n, double seconds) {
    await sleep(seconds);
    return n;
}
async double g(void) {
    return 2.5;
}
async int bad(void) {
    int a[2] = {1, 2}, i = 5;
    await sleep(1);
    return a[i];
}
async int main(void) {
    await gather(f(1, 1), g());
    int *r = await gather(f(7, 1), bad(), f(8, 3), .return_errors = true);
    printf("%d %d %d at %g\n", r[0], r[1], r[2], loop_time()); // expect: 7 0 8 at 4
    task(int) t[2] = {spawn bad(), spawn f(4, 1)};
    r = await gather(t, 2, .return_errors = 1);
    printf("%d %d %s\n", r[0], r[1], error_of(t[0]).name); // expect: 0 4 IndexError
    return 0;
}
