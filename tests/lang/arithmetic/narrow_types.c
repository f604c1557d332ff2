// Arithmetic of the types narrower than int.
#include <stdio.h>
#include <limits.h>
int main(void) {
    unsigned char c = 255;
    c++;
    printf("%d\n", c);
    c--;
    printf("%d\n", c);
    c += 10;
    printf("%d\n", c);
    signed char s = 127;
    s++;
    printf("%d\n", s);
    s = -128;
    s--;
    printf("%d\n", s);
    s = -1;
    printf("%d %d\n", s >> 1, (unsigned char)s >> 1);
    c = 200;
    printf("%d %d\n", c << 1, (unsigned char)(c << 1));
    unsigned short us = 65535;
    us += us;
    printf("%d\n", us);
    short sh = -1;
    printf("%u\n", (unsigned)sh);
    printf("%d\n", -1 < 1u);
    printf("%d\n", (short)-1 < (unsigned short)1);
    printf("%d\n", -1L < 1u);
    long l = -1;
    printf("%d\n", l < 1ul);
    printf("%lld\n", 5LL / -2);
    printf("%d %d\n", -7 / 2, -7 % 2);
    unsigned u = 3;
    printf("%u\n", u - 5);
    printf("%llu\n", (unsigned long long)-1);
    printf("%d\n", (int)3000000000u);
    printf("%ld\n", (long)(int)0x80000000);
    printf("%d\n", 1 << 30);
    printf("%d\n", (int)(1u << 31));
    printf("%x\n", ~0u >> 4);
    printf("%d\n", ~5);
    printf("%d\n", !5);
    c = 5;
    c = ~c;
    printf("%d\n", c);
    c = -c;
    printf("%d\n", c);
    printf("%d\n", +c);
    char ch = 'a';
    ch += 1;
    printf("%c\n", ch);
    _Bool b = 2;
    b++;
    printf("%d\n", b);
    b--;
    printf("%d\n", b);
    b = 0.5;
    printf("%d\n", b);
    b -= 1;
    printf("%d\n", b);
    printf("%d\n", (char)200);
    printf("%u %lu\n", UINT_MAX, ULONG_MAX);
    printf("%d\n", 5 > 3 > 1);
    printf("%d\n", 1 ? -1 : 1u > 0);
    printf("%ld\n", sizeof(1 ? 1 : 1L));
    printf("%d\n", (1 ? -1 : 0u) > 0);
    float f = 16777217;
    printf("%f\n", f);
    int i = f;
    printf("%d\n", i);
    printf("%d\n", (int)-1.9);
    unsigned char uc = (unsigned char)3.99;
    printf("%d\n", uc);
    i = 5;
    i *= 1.5;
    printf("%d\n", i);
    i /= 0.5;
    printf("%d\n", i);
    i <<= 2;
    printf("%d\n", i);
    i |= 3;
    i ^= 1;
    i &= ~2;
    i %= 7;
    printf("%d\n", i);
    l = 1;
    l <<= 40;
    printf("%ld\n", l);
    us = 1;
    us <<= 15;
    printf("%d\n", us);
    us >>= 3;
    printf("%d\n", us);
    c = 250;
    printf("%d %d\n", c++, ++c);
    return 0;
}
// expect: 0
// expect: 255
// expect: 9
// expect: -128
// expect: 127
// expect: -1 127
// expect: 400 144
// expect: 65534
// expect: 4294967295
// expect: 0
// expect: 1
// expect: 1
// expect: 0
// expect: -2
// expect: -3 -1
// expect: 4294967294
// expect: 18446744073709551615
// expect: -1294967296
// expect: -2147483648
// expect: 1073741824
// expect: -2147483648
// expect: fffffff
// expect: -6
// expect: 0
// expect: 250
// expect: 6
// expect: 6
// expect: b
// expect: 1
// expect: 0
// expect: 1
// expect: 0
// expect: -56
// expect: 4294967295 18446744073709551615
// expect: 0
// expect: -1
// expect: 8
// expect: 1
// expect: 16777216.000000
// expect: 16777216
// expect: -1
// expect: 3
// expect: 7
// expect: 14
// expect: 56
// expect: 0
// expect: 1099511627776
// expect: 32768
// expect: 4096
// expect: 251 251
