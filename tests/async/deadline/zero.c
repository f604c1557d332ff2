// No time at all: the first wait throws; what does not wait is not stopped.
#include <stdio.h>

async int main(void) {
    deadline (0) {
        int sum = 0;
        for (int i = 0; i < 1000; i++)
            sum += i;
        printf("%d\n", sum);
        await sleep(0);
        printf("not reached\n");
    } else {
        printf("late\n");
    }
    deadline (-1) {
        printf("no wait\n");
    } else {
        printf("not reached\n");
    }
    try {
        deadline (0.0 / 0.0) {
        }
    } catch (error e) {
        printf("%s\n", e.name);
    }
    return 0;
}
// expect: 499500
// expect: late
// expect: no wait
// expect: ValueError
