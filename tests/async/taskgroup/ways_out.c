// return, break, continue and goto leave a group by its brace: the tasks are waited for.
#include <stdio.h>

async void work(int n) {
    await sleep(1);
    printf("work %d\n", n);
}

async int ways(int way) {
    for (int i = 0; i < 2; i++) {
        taskgroup {
            spawn work(10 * way + i);
            if (way == 0)
                continue;
            if (way == 1)
                break;
            if (way == 2)
                return -2;
            if (way == 3)
                goto out;
        }
    }
    return way;
out:
    return -3;
}

async int main(void) {
    for (int way = 0; way < 4; way++) {
        int r = await ways(way);
        printf("%d at %.0f\n", r, loop_time());
    }
    return 0;
}
// expect: work 0
// expect: work 1
// expect: 0 at 2
// expect: work 10
// expect: 1 at 3
// expect: work 20
// expect: -2 at 4
// expect: work 30
// expect: -3 at 5
