#include <stdio.h>
#include <string.h>

int main(void) {
    char buf[80];
    int n = sprintf(buf, "%5d|%-5d|%05d|%+d", 42, 42, 42, 42);
    printf("%s %d\n", buf, n);
    printf("%8.3f|%-8.2e|%g\n", 3.14159, 31415.9, 0.0001);
    printf("%x %X %#x %o %c %%\n", 255, 255, 255, 8, 'q');
    printf("%10s|%-10s|%.2s\n", "right", "left", "cut");
    printf("%*d %.*f\n", 6, 42, 2, 1.0 / 3);
    printf("%ld %lu %lld %hhd %hu\n", -1L, 1UL, 1LL << 40, (signed char)300, (unsigned short)70000);
    snprintf(buf, 5, "truncated");
    printf("%s %zu\n", buf, strlen(buf));
    return 0;
}
// expect:    42|42   |00042|+42 21
// expect:    3.142|3.14e+04|0.0001
// expect: ff FF 0xff 10 q %
// expect:      right|left      |cu
// expect:     42 0.33
// expect: -1 1 1099511627776 44 4464
// expect: trun 4
