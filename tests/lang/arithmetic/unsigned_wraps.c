// Unsigned arithmetic is modulo 2^n, silently.
#include <limits.h>
#include <stdio.h>

int main(void) {
    unsigned u = UINT_MAX;
    unsigned long ul = ULONG_MAX;
    unsigned char c = 255;
    printf("%u\n", u + 1); // expect: 0
    printf("%u\n", 0u - 1); // expect: 4294967295
    printf("%u\n", u * u); // expect: 1
    printf("%lu\n", ul + 2); // expect: 1
    printf("%lu\n", ul * 3); // expect: 18446744073709551613
    c++;
    printf("%d\n", c); // expect: 0
    c--;
    printf("%d\n", c); // expect: 255
    printf("%u\n", -5u % 3); // expect: 2
    printf("%u\n", ~0u >> 4); // expect: 268435455
    return 0;
}
