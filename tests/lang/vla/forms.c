// Variable-length arrays: objects, parameters, pointers to them, sizes, loops that make them anew.
#include <stdio.h>
#include <string.h>
void f(int n, int m, int a[n][m]) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            a[i][j] = i * m + j;
    printf("%zu\n", sizeof a[0]);
}
int sum(int n, int a[static n]) {
    int s = 0;
    for (int i = 0; i < n; i++)
        s += a[i];
    return s;
}
void g(int n, int m, int (*p)[m]) {
    printf("%d %zu\n", p[n - 1][m - 1], sizeof *p);
}
void proto(int, int[*], double (*)[*]);
int h(int n) {
    typedef int T[n];
    n = 100;
    T x;
    return sizeof x;
}
int main(void) {
    int n = 3, m = 4;
    int a[n][m];
    f(n, m, a);
    g(n, m, a);
    int b[n];
    for (int i = 0; i < n; i++)
        b[i] = i;
    printf("%d\n", sum(n, b));
    printf("%zu %zu\n", sizeof a, sizeof(int[n + 1][m]));
    int(*p)[m] = a;
    p++;
    printf("%d\n", (*p)[0]);
    printf("%ld\n", (long)(&a[2] - &a[0]));
    printf("%d\n", h(5));
    for (int i = 1; i < 5; i++) {
        char s[i + 1];
        memset(s, 'a', i);
        s[i] = 0;
        puts(s);
    }
    int k = 2;
    int c[k++];
    printf("%d %zu\n", k, sizeof c);
    printf("%zu\n", sizeof(int[k++]));
    printf("%d\n", k);
    int i = 0;
again:;
    int d[i + 1];
    d[i] = i;
    if (i++ < 3)
        goto again;
    printf("%d\n", i);
    double(*q)[n] = (double(*)[n]) & (double[3]){1, 2, 3};
    printf("%f\n", (*q)[2]);
    int *vp = (int *)a;
    printf("%d\n", vp[5]);
    typeof(a) a2;
    memcpy(a2, a, sizeof a);
    printf("%d\n", a2[2][3]);
    int z[n][n][n];
    z[2][1][0] = 5;
    printf("%d %zu\n", *(*(*(z + 2) + 1)), sizeof z[0]);
    return 0;
}
// expect: 16
// expect: 11 16
// expect: 3
// expect: 48 64
// expect: 4
// expect: 2
// expect: 20
// expect: a
// expect: aa
// expect: aaa
// expect: aaaa
// expect: 3 8
// expect: 12
// expect: 4
// expect: 4
// expect: 3.000000
// expect: 5
// expect: 11
// expect: 5 36
