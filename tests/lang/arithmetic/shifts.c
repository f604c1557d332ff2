// Shifts work in the promoted left operand's type; right shifts of negative values keep the sign.
#include <stdio.h>

int main(void) {
    int i = -17;
    unsigned u = 0x80000001u;
    long l = 1;
    printf("%d\n", i >> 2); // expect: -5
    printf("%x\n", u >> 1); // expect: 40000000
    printf("%x\n", u << 1); // expect: 2
    printf("%lx\n", l << 40); // expect: 10000000000
    unsigned char c = 0x81;
    printf("%x\n", c << 1); // expect: 102
    c <<= 1;
    printf("%x\n", c); // expect: 2
    unsigned long ul = ~0UL;
    printf("%lx\n", ul >> 63); // expect: 1
    for (int n = 0; n < 32; n += 8)
        printf("%x ", 0xdeadbeefu >> n & 0xff);
    printf("\n"); // expect: ef be ad de 
    return 0;
}
