// gather's tasks are gather's: an error that the block catches there does not end the group.
#include <stdio.h>

async int work(int n) {
    await sleep(n);
    if (n == 1)
        throw error("One", "x");
    return n;
}

async int main(void) {
    taskgroup {
        spawn work(3);
        try {
            await gather(work(1), work(2));
        } catch (error e) {
            printf("%s\n", e.name);
        }
        int *both = await gather(work(2), work(3));
        printf("%d %d\n", both[0], both[1]);
    }
    printf("left at %.0f\n", loop_time());
    return 0;
}
// expect: One
// expect: 2 3
// expect: left at 4
