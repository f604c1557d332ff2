#include <stdio.h>

static int sum(int n, int a[n]) {
    int s = 0;
    for (int i = 0; i < n; i++)
        s += a[i];
    return s;
}

int main(void) {
    for (int n = 1; n <= 4; n++) {
        int a[n];
        for (int i = 0; i < n; i++)
            a[i] = i * n;
        printf("%zu %d\n", sizeof a, sum(n, a));
    }
    int n = 3;
    double d[n + 2], e[n][2];
    n = 100;
    printf("%zu %zu %zu\n", sizeof d, sizeof e, sizeof e[0]);
    e[2][1] = 4.5;
    printf("%.1f\n", e[2][1]);
    char text[n];
    sprintf(text, "%d", n);
    printf("%s\n", text);
    printf("%zu\n", sizeof(int[n]) / sizeof(int));
    return 0;
}
// expect: 4 0
// expect: 8 2
// expect: 12 9
// expect: 16 24
// expect: 40 48 16
// expect: 4.5
// expect: 100
// expect: 100
