#include <stdio.h>

int main(void) {
    double d = 3.99, n = -3.99;
    float f = 0.1f;
    printf("%d %d\n", (int)d, (int)n); // expect: 3 -3
    printf("%d\n", (unsigned char)200.7); // expect: 200
    printf("%ld\n", (long)1e15); // expect: 1000000000000000
    printf("%lu\n", (unsigned long)1.5e19); // expect: 15000000000000000000
    printf("%.20f\n", f); // expect: 0.10000000149011611938
    printf("%.20f\n", (double)(float)0.1); // expect: 0.10000000149011611938
    printf("%d\n", f == 0.1); // expect: 0
    printf("%d\n", f == 0.1f); // expect: 1
    printf("%.1f\n", (double)16777217); // expect: 16777217.0
    printf("%.1f\n", (float)16777217); // expect: 16777216.0
    printf("%.1f\n", (double)18446744073709551615UL); // expect: 18446744073709551616.0
    printf("%.1f\n", (float)(unsigned)4294967295u); // expect: 4294967296.0
    printf("%.1f\n", (double)-9007199254740993L); // expect: -9007199254740992.0
    int i = 7;
    printf("%.2f %.2f\n", (double)(i / 2), (double)i / 2); // expect: 3.00 3.50
    f = i;
    printf("%.1f\n", f / 2); // expect: 3.5
    i = 2.9 + 1.2;
    printf("%d\n", i); // expect: 4
    i *= 1.5;
    printf("%d\n", i); // expect: 6
    return 0;
}
