#include <stdarg.h>
#include <stdio.h>

static int sum(int n, ...) {
    va_list ap;
    int s = 0;
    va_start(ap, n);
    for (int i = 0; i < n; i++)
        s += va_arg(ap, int);
    va_end(ap);
    return s;
}
static double mixed(const char *types, ...) {
    va_list ap;
    double d = 0;
    va_start(ap, types);
    for (; *types; types++)
        switch (*types) {
        case 'i': d += va_arg(ap, int); break;
        case 'd': d += va_arg(ap, double); break;
        case 'l': d += va_arg(ap, long); break;
        case 's': d += va_arg(ap, const char *)[0] - '0'; break;
        }
    va_end(ap);
    return d;
}

int main(void) {
    printf("%d\n", sum(0)); // expect: 0
    printf("%d\n", sum(4, 1, 2, 3, 4)); // expect: 10
    printf("%d\n", sum(2, sum(2, 5, 6), sum(1, 7))); // expect: 18
    char c = 3;
    short s = 4;
    float f = 0.5f;
    printf("%.2f\n", mixed("iidls", c, s, f, 100L, "7")); // expect: 114.50
    printf("%d\n", sum(1, 9) ? sum(2, 1, 1) : sum(3, 1, 1, 1)); // expect: 2
    return 0;
}
