// A parameter's length is evaluated when the function begins, also of an array that is
// passed as a pointer (C17 6.9.1p10).
#include <stdio.h>
static int n;
static int f(int a, char b[a++], char c[n++]) {
    (void)b, (void)c;
    return a;
}
static int g(int a, int (*p)[++a]) { return (int)(sizeof *p / sizeof **p) * 10 + a; }
static int h(int a, int m[a][n += 2]) { return (int)(sizeof m[0] / sizeof m[0][0]); }
int main(void) {
    printf("%d\n", f(3, 0, 0)); // expect: 4
    printf("%d\n", n);          // expect: 1
    printf("%d\n", g(2, 0));    // expect: 33
    printf("%d\n", h(2, 0));    // expect: 3
}
