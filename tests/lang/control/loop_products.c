// Products in loops: one that would overflow, in a loop that has no round, is never computed; one whose factors change
// is computed each time.
#include <stdio.h>

static int rows(int n, int m, const int *a) {
    int sum = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < m; k++)
            sum += a[i * m + k] + i * m;
    return sum;
}

int main(void) {
    int big = 100000, none = 0, a[6] = {1, 2, 3, 4, 5, 6}, sum = 0;
    for (int k = 0; k < none; k++)
        sum += big * big + k;
    for (int k = 0; k < 3; k++) {
        sum += k * none;
        none = 10;
    }
    int factor = 1;
    for (int k = 0; k < 3; k++)
        sum += factor++ * big;
    printf("%d %d\n", sum, rows(2, 3, a)); // expect: 600030 30
    unsigned wide = 4000000000u;
    unsigned total = 0;
    for (int k = 0; k < 2; k++)
        total += wide * wide + (unsigned)k;
    printf("%u\n", total); // expect: 3967811585
    return 0;
}
