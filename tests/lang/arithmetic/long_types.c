// 64 bits, signed and unsigned mixed.
#include <stdio.h>
int main(void) {
    long long a = 0x7fffffffffffffffLL;
    unsigned long long b = -1;
    printf("%lld %llu %llx\n", a, b, b >> 4);
    printf("%lld\n", a / 3 % 1000);
    printf("%llu\n", b / 10);
    printf("%d\n", b > a);
    int i = -1;
    printf("%d\n", i < b);
    printf("%d\n", (unsigned)i == b);
    printf("%lld\n", (long long)i);
    printf("%llu\n", (unsigned long long)i);
    printf("%llu\n", (unsigned long long)(unsigned)i);
    a = 1;
    for (i = 0; i < 62; i++)
        a *= 2;
    printf("%lld\n", a);
    b = a;
    b *= 4;
    printf("%llu\n", b);
    printf("%lld\n", -a - a);
    unsigned u = 5;
    long l = u - 6;
    printf("%ld\n", l);
    l = (int)(u - 6);
    printf("%ld\n", l);
    printf("%ld\n", 1L << 62 >> 60);
    printf("%d\n", (int)(a >> 40));
    return 0;
}
// expect: 9223372036854775807 18446744073709551615 fffffffffffffff
// expect: 602
// expect: 1844674407370955161
// expect: 1
// expect: 0
// expect: 0
// expect: -1
// expect: 18446744073709551615
// expect: 4294967295
// expect: 4611686018427387904
// expect: 0
// expect: -9223372036854775808
// expect: 4294967295
// expect: -1
// expect: 4
// expect: 4194304
