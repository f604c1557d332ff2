// Division goes towards zero; the remainder has the sign of the dividend.
#include <stdio.h>

int main(void) {
    int a = 7, b = 2, c = -7;
    printf("%d %d\n", a / b, a % b); // expect: 3 1
    printf("%d %d\n", c / b, c % b); // expect: -3 -1
    printf("%d %d\n", a / -b, a % -b); // expect: -3 1
    printf("%d %d\n", c / -b, c % -b); // expect: 3 -1
    long big = -9000000000L;
    printf("%ld %ld\n", big / 7, big % 7); // expect: -1285714285 -5
    unsigned long u = 18000000000000000000UL;
    printf("%lu %lu\n", u / 10, u % 10); // expect: 1800000000000000000 0
    printf("%d\n", (a / b) * b + a % b == a); // expect: 1
    return 0;
}
