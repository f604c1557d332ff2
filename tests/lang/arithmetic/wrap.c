// What wraps and what is cut.
#include <stdio.h>
int main(void) {
    unsigned char a = 200, b = 100;
    printf("%d %d\n", a + b, (unsigned char)(a + b));
    a += b;
    printf("%d\n", a);
    a = ~a;
    printf("%d\n", a);
    a = a << 1;
    printf("%d\n", a);
    signed char s = -100;
    s -= 100;
    printf("%d\n", s);
    s = s * 2;
    printf("%d\n", s);
    unsigned short u = 65535;
    u += 1;
    printf("%d\n", u);
    short t = 32767;
    t++;
    printf("%d\n", t);
    t = -32768;
    t--;
    printf("%d\n", t);
    unsigned x = 1;
    x -= 2;
    printf("%u\n", x);
    x = -1;
    printf("%u %d\n", x / 2, (int)(x >> 31));
    printf("%d\n", (a = 300));
    printf("%d\n", (signed char)(a = 200));
    int i = a == 200;
    printf("%d\n", i);
    unsigned long long m = ~0ULL;
    m >>= 1;
    printf("%llu\n", m);
    printf("%d\n", (short)0x12345);
    char c = 0x7f;
    c = c + 1;
    printf("%d\n", c);
    return 0;
}
// expect: 300 44
// expect: 44
// expect: 211
// expect: 166
// expect: 56
// expect: 112
// expect: 0
// expect: -32768
// expect: 32767
// expect: 4294967295
// expect: 2147483647 1
// expect: 44
// expect: -56
// expect: 1
// expect: 9223372036854775807
// expect: 9029
// expect: -128
