// A dual function is a coroutine where one is wanted: under spawn, and as an argument.
#include <stdio.h>

async int main(void) {
    task(unsigned) t = spawn sleep(2);
    coroutine(unsigned) c = sleep(1);
    printf("%u\n", await c);       // expect: 0
    printf("%.1f\n", loop_time()); // expect: 1.0
    printf("%u\n", await t);       // expect: 0
    printf("%.1f\n", loop_time()); // expect: 2.0
    return 0;
}
