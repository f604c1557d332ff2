#include <limits.h>
#include <stdio.h>

int main(void) {
    printf("%d %d\n", INT_MIN, INT_MAX); // expect: -2147483648 2147483647
    printf("%ld %ld\n", LONG_MIN, LONG_MAX); // expect: -9223372036854775808 9223372036854775807
    printf("%lu\n", ULONG_MAX); // expect: 18446744073709551615
    long a = 0x123456789abcdef0;
    printf("%lx\n", a); // expect: 123456789abcdef0
    printf("%ld\n", a - 0x7fffffff); // expect: 1311768465316306673
    int i = 100000;
    printf("%ld\n", (long)i * i); // expect: 10000000000
    printf("%d\n", i - 40000); // expect: 60000
    printf("%d\n", i + 32767); // expect: 132767
    printf("%d\n", i + 32768); // expect: 132768
    printf("%d\n", i & 0xffff); // expect: 34464
    printf("%d\n", i == 100000 && i < 100001 && i > -70000); // expect: 1
    printf("%u\n", 3000000000u - i); // expect: 2999900000
    printf("%lu\n", 0xffffffffffffffffUL / 3); // expect: 6148914691236517205
    return 0;
}
