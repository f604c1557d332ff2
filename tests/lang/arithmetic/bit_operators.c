#include <stdio.h>

static unsigned reverse(unsigned x) {
    unsigned r = 0;
    for (int i = 0; i < 32; i++)
        r |= (x >> i & 1u) << (31 - i);
    return r;
}

static int count(unsigned long x) {
    int n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

int main(void) {
    printf("%x\n", 0xf0f0 & 0x3c3c); // expect: 3030
    printf("%x\n", 0xf0f0 | 0x3c3c); // expect: fcfc
    printf("%x\n", 0xf0f0 ^ 0x3c3c); // expect: cccc
    printf("%d\n", ~5); // expect: -6
    printf("%u\n", ~5u); // expect: 4294967290
    printf("%ld\n", ~5L); // expect: -6
    printf("%x\n", reverse(0x12345678)); // expect: 1e6a2c48
    printf("%d\n", count(0xffff0000ff0000ffUL)); // expect: 32
    printf("%d\n", -8 & 7); // expect: 0
    printf("%d\n", -8 | 3); // expect: -5
    return 0;
}
