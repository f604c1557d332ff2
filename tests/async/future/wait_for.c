// wait_for: in time, or TimeoutError and what it waited for is cancelled.
#include <stdio.h>

async int slow(double seconds) {
    defer printf("slow leaves at %.1f\n", loop_time());
    await sleep(seconds);
    return 5;
}

async int limited(double seconds) {
    return await wait_for(slow(2), seconds);
}

async int main(void) {
    printf("%d\n", await limited(3)); // expect: slow leaves at 2.0
                                      // expect: 5
    task(int) t = spawn limited(1);
    await sleep(5);                   // expect: slow leaves at 3.0
    printf("%.12s\n", error_of(t).name);   // expect: TimeoutError
    return 0;
}
