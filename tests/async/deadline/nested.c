// Nested deadlines: the earliest wins; of two at one time the outer one.
#include <stdio.h>

async void both(double outer, double inner) {
    double begin = loop_time();
    deadline (outer) {
        deadline (inner) {
            await sleep(9);
        } else {
            printf("inner at %.0f\n", loop_time() - begin);
            await sleep(9);
        }
    } else {
        printf("outer at %.0f\n", loop_time() - begin);
    }
}

async int main(void) {
    await both(3, 1);
    await both(1, 3);
    await both(2, 2);
    return 0;
}
// expect: inner at 1
// expect: outer at 3
// expect: outer at 1
// expect: outer at 2
