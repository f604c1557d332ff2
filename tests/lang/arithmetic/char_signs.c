// char is signed.
#include <stdio.h>
int main(void) {
    char c = -1;
    unsigned char u = c;
    signed char s = u;
    printf("%d %d %d\n", c, u, s);
    printf("%d\n", c == u);
    printf("%d\n", (char)u == c);
    printf("%d\n", '\xff');
    char a[] = {200, 100};
    printf("%d %d\n", a[0], a[1]);
    printf("%d\n", c >> 1);
    printf("%u\n", (unsigned)c);
    printf("%d\n", c < 0 ? 1 : 0);
    c = 127;
    c += 1;
    printf("%d\n", c);
    u = 0;
    u--;
    printf("%d\n", u);
    u = u << 4;
    printf("%d\n", u);
    u >>= 2;
    printf("%d\n", u);
    s = -128;
    s = -s;
    printf("%d\n", s);
    s /= -1;
    printf("%d\n", s);
    c = 'a';
    c ^= ' ';
    printf("%c\n", c);
    unsigned short us = 0;
    us = ~us;
    printf("%d\n", us);
    us++;
    printf("%d\n", us);
    _Bool b = c;
    b ^= 1;
    printf("%d\n", b);
    b |= 4;
    printf("%d\n", b);
    b = !b;
    printf("%d\n", b);
    return 0;
}
// expect: -1 255 -1
// expect: 0
// expect: 1
// expect: -1
// expect: -56 100
// expect: -1
// expect: 4294967295
// expect: 1
// expect: -128
// expect: 255
// expect: 240
// expect: 60
// expect: -128
// expect: -128
// expect: A
// expect: 65535
// expect: 0
// expect: 0
// expect: 1
// expect: 0
