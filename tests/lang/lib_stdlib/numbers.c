#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    char *end;
    printf("%d %d %d %d\n", atoi("42"), atoi("  -17xyz"), atoi("abc"), atoi("+8")); // expect: 42 -17 0 8
    printf("%ld %lld %g\n", atol("123456789012"), atoll("-5"), atof("2.5e3")); // expect: 123456789012 -5 2500
    printf("%ld ", strtol("0x1F rest", &end, 0));
    printf("[%s]\n", end); // expect: 31 [ rest]
    printf("%ld %ld %ld\n", strtol("777", NULL, 8), strtol("zz", NULL, 36), strtol("1010", NULL, 2)); // expect: 511 1295 10
    errno = 0;
    printf("%d\n", strtol("99999999999999999999", NULL, 10) == LONG_MAX); // expect: 1
    printf("%d\n", errno == ERANGE); // expect: 1
    printf("%lu %llu\n", strtoul("4294967295", NULL, 10), strtoull("-1", NULL, 10)); // expect: 4294967295 18446744073709551615
    printf("%g ", strtod("  1.5e2abc", &end));
    printf("[%s]\n", end); // expect: 150 [abc]
    printf("%g %g %g\n", strtod("inf", NULL), strtod("0x1p4", NULL), (double)strtof("0.1", NULL)); // expect: inf 16 0.1
    strtol("none", &end, 10);
    printf("[%s]\n", end); // expect: [none]
    printf("%d %ld %lld\n", abs(-3), labs(-4L), llabs(-5LL)); // expect: 3 4 5
    div_t q = div(17, 5);
    printf("%d %d\n", q.quot, q.rem); // expect: 3 2
    ldiv_t l = ldiv(-17L, 5L);
    printf("%ld %ld\n", l.quot, l.rem); // expect: -3 -2
    return 0;
}
