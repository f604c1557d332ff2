#include <stdio.h>

static int g[6] = {1, [3] = 4, 5, [1] = 2};
static int m[3][2] = {1, 2, {3}, 5, 6};
static int auto_size[] = {[4] = 1, 7};

int main(void) {
    for (int i = 0; i < 6; i++)
        printf("%d ", g[i]);
    printf("\n"); // expect: 1 2 0 4 5 0 
    printf("%d %d %d %d %d\n", m[0][1], m[1][0], m[1][1], m[2][0], m[2][1]); // expect: 2 3 0 5 6
    printf("%zu %d\n", sizeof auto_size / sizeof(int), auto_size[5]); // expect: 6 7
    int n = 3, a[5] = {n, n * 2, [4] = n + 1};
    printf("%d %d %d %d\n", a[0], a[1], a[2], a[4]); // expect: 3 6 0 4
    int b[8] = {1, 2, 3, n};
    printf("%d %d %d\n", b[2], b[3], b[7]); // expect: 3 3 0
    int ranges[10] = {[2 ... 4] = 7, [8] = n};
    printf("%d %d %d %d\n", ranges[1], ranges[2], ranges[4], ranges[8]); // expect: 0 7 7 3
    char c[2][3] = {"ab", {'c'}};
    printf("%s %s %d\n", c[0], c[1], c[1][2]); // expect: ab c 0
    int z[100] = {0};
    int s = 0;
    for (int i = 0; i < 100; i++) s += z[i];
    printf("%d\n", s); // expect: 0
    double d[4] = {1, 2.5, -0.0, n};
    printf("%.1f %.1f\n", d[1] + d[3], d[2]); // expect: 5.5 -0.0
    return 0;
}
