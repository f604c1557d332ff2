// Tasks made in a loop leave their results where the block's function can see them.
#include <stdio.h>

async void square(int n, int *to) {
    await sleep(4 - n);
    *to = n * n;
}

async int main(void) {
    int squares[4];
    taskgroup {
        for (int i = 0; i < 4; i++)
            spawn square(i, &squares[i]);
    }
    for (int x : squares)
        printf("%d ", x);
    printf("at %.0f\n", loop_time());
    return 0;
}
// expect: 0 1 4 9 at 4
