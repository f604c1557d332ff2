// return, break, continue and goto leave it; its timer is gone then.
#include <stdio.h>

async int ways(int way) {
    for (int i = 0; i < 2; i++) {
        deadline (3) {
            await sleep(1);
            if (way == 0)
                continue;
            if (way == 1)
                break;
            if (way == 2)
                return 2;
            if (way == 3)
                goto out;
        } else {
            return -1;
        }
    }
    await sleep(5);
    return way;
out:
    await sleep(5);
    return 3;
}

async int pick(bool late) {
    deadline (1) {
        await sleep(late ? 2 : 0.5);
        return 10;
    } else {
        return 20;
    }
}

async int main(void) {
    for (int way = 0; way < 4; way++)
        printf("%d ", await ways(way));
    printf("%d %d\n", await pick(false), await pick(true));
    printf("%.1f\n", loop_time());
    return 0;
}
// expect: 0 1 2 3 10 20
// expect: 21.5
