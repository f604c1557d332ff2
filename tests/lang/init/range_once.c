// [lo ... hi] = f() calls f once (gcc manual, "Designated Inits").
#include <stdio.h>
static int n;
static int f(void) { return ++n; }
int main(void) {
    int a[6] = {[0 ... 5] = f(), [2 ... 3] = 10 * f()};
    printf("%d: %d %d %d %d\n", n, a[0], a[2], a[3], a[5]); // expect: 2: 1 20 20 1
    long m[2][2] = {[0 ... 1][0 ... 1] = f()};
    printf("%d: %ld %ld\n", n, m[0][0], m[1][1]); // expect: 3: 3 3
    struct {
        char c[3];
    } s = {.c[0 ... 2] = (char)f()};
    printf("%d: %d %d\n", n, s.c[0], s.c[2]); // expect: 4: 4 4
}
