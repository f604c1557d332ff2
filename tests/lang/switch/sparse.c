#include <limits.h>
#include <stdio.h>

static int f(long n) {
    switch (n) {
    case LONG_MIN: return 1;
    case -1000000: return 2;
    case -1: return 3;
    case 0: return 4;
    case 12345678901L: return 5;
    case LONG_MAX: return 6;
    }
    return 0;
}
static int g(unsigned long n) {
    switch (n) {
    case 0: return 1;
    case 1UL << 63: return 2;
    case ULONG_MAX: return 3;
    case 70000: return 4;
    case 17: return 5;
    }
    return 0;
}

int main(void) {
    printf("%d%d%d%d%d%d%d\n", f(LONG_MIN), f(-1000000), f(-1), f(0), f(12345678901L), f(LONG_MAX), f(3));
    printf("%d%d%d%d%d%d\n", g(0), g(1UL << 63), g(ULONG_MAX), g(70000), g(17), g(18));
    return 0;
}
// expect: 1234560
// expect: 123450
