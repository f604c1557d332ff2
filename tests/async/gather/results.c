// Results come in the order of the arguments, not of finishing.
#include <stdio.h>

async int after(double seconds, int value) {
    await sleep(seconds);
    printf("%d ends\n", value);
    return value;
}

async int main(void) {
    int *r = await gather(after(3, 10), after(1, 20), after(2, 30));
    // expect: 20 ends
    // expect: 30 ends
    // expect: 10 ends
    printf("%d %d %d\n", r[0], r[1], r[2]); // expect: 10 20 30
    task(int) tasks[4];
    for (int i = 0; i < 4; i++)
        tasks[i] = create_task(after(4 - i, i));
    int *s = await gather(tasks, 4);
    // expect: 3 ends
    // expect: 2 ends
    // expect: 1 ends
    // expect: 0 ends
    printf("%d %d %d %d\n", s[0], s[1], s[2], s[3]); // expect: 0 1 2 3
    printf("%.2f\n", loop_time());                   // expect: 7.00
    return 0;
}
