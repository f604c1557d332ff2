// E1 op= E2 computes in the common type and converts back.
#include <stdio.h>

int main(void) {
    int i = 10;
    unsigned char c = 250;
    short s = 100;
    double d = 3.5;
    i += 5.9;
    printf("%d\n", i); // expect: 15
    i *= 2;
    printf("%d\n", i); // expect: 30
    i /= 4;
    printf("%d\n", i); // expect: 7
    i %= 4;
    printf("%d\n", i); // expect: 3
    i <<= 5;
    printf("%d\n", i); // expect: 96
    i |= 0x11;
    printf("%d\n", i); // expect: 113
    i ^= 0xff;
    printf("%d\n", i); // expect: 142
    i &= ~1;
    printf("%d\n", i); // expect: 142
    c += 10;
    printf("%d\n", c); // expect: 4
    c -= 10;
    printf("%d\n", c); // expect: 250
    s *= 3;
    printf("%d\n", s); // expect: 300
    d /= 2;
    printf("%.2f\n", d); // expect: 1.75
    d -= i;
    printf("%.2f\n", d); // expect: -140.25
    i = c += 3;
    printf("%d %d\n", i, c); // expect: 253 253
    return 0;
}
