// gather's first error goes to the awaiter; the siblings go on.
#include <stdio.h>

async int work(double seconds, int d) {
    await sleep(seconds);
    int q = 6 / d;
    printf("%d\n", q);
    return q;
}

async void all(void) {
    await gather(work(2, 3), work(1, 0), work(3, 2));
}

async int main(void) {
    task(void) t = spawn all();
    await sleep(1.5);
    printf("%d at %.1f\n", done(t), loop_time()); // expect: 1 at 1.5
    printf("%.17s\n", error_of(t).name);               // expect: ZeroDivisionError
    await sleep(2);                               // expect: 2
                                                  // expect: 3
    return 0;
}
