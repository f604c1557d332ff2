// Locals in memory, structs as results and variable-length arrays live and end with these blocks.
#include <stdio.h>

struct big {
    int v[6];
    double d;
};

async struct big make(int n, double seconds) {
    struct big b = {{n, n + 1}, n / 2.0};
    taskgroup {
        int local[n + 1];
        for (int i = 0; i <= n; i++)
            local[i] = i;
        spawn sleep(seconds);
        deadline (2) {
            int a[3] = {n, n, n};
            int *p = &a[1];
            await sleep(seconds);
            b.v[2] = *p + local[n];
            return b;
        } else {
            int c[2] = {-1, -2};
            b.v[3] = c[1];
        }
    }
    return b;
}

async int main(void) {
    for (int i = 0; i < 3; i++) {
        struct big b = await make(i + 3, i + 1.5);
        printf("%d %d %d %d %.1f at %.1f\n", b.v[0], b.v[1], b.v[2], b.v[3], b.d, loop_time());
    }
    return 0;
}
// expect: 3 4 6 0 1.5 at 1.5
// expect: 4 5 0 -2 2.0 at 4.0
// expect: 5 6 0 -2 2.5 at 7.5
