#include <stdio.h>

static int many(char a, short b, int c, long d, float e, double f, unsigned char g, _Bool h) {
    return a + b + c + (int)d + (int)e + (int)f + g + h;
}
static void out(int *a, int *b) { *a = 1, *b = 2; }
static int changed(int n) { n *= 2; return n; }
static char narrow(int n) { return n; }
static unsigned char narrow2(void) { return 300; }
static _Bool truth(double d) { return d; }
static double widen(int n) { return n; }
static int array(int a[3]) { return (int)sizeof(a) + a[2]; }

int main(void) {
    printf("%d\n", many(1, 2, 3, 4, 5.5, 6.5, 7, 8)); // expect: 29
    printf("%d\n", many('a', -1, 1, -1, -1, 1.9, 257, 0)); // expect: 97
    int a, b, n = 4;
    out(&a, &b);
    printf("%d %d\n", a, b); // expect: 1 2
    printf("%d %d\n", changed(n), n); // expect: 8 4
    printf("%d %d\n", narrow(300), narrow2()); // expect: 44 44
    printf("%d %d\n", truth(0.5), truth(0)); // expect: 1 0
    printf("%.2f\n", widen(3) / 2); // expect: 1.50
    printf("%d\n", array((int[]){1, 2, 3})); // expect: 11
    return 0;
}
