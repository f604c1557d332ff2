#include <stdio.h>

int main(void) {
    int i = 0x12345678;
    long l = -1;
    printf("%x %x\n", (unsigned char)i, (unsigned short)i); // expect: 78 5678
    printf("%d %d\n", (signed char)0xff, (short)0x8000); // expect: -1 -32768
    printf("%u\n", (unsigned)l); // expect: 4294967295
    printf("%d\n", (int)0x1ffffffffL); // expect: -1
    printf("%lu\n", (unsigned long)(int)-5); // expect: 18446744073709551611
    printf("%lu\n", (unsigned long)(unsigned)-5); // expect: 4294967291
    printf("%d\n", (_Bool)256); // expect: 1
    printf("%d\n", (_Bool)0.25); // expect: 1
    char c = 300;
    printf("%d\n", c); // expect: 44
    unsigned char uc = -1;
    printf("%d\n", uc); // expect: 255
    c = uc;
    printf("%d\n", c); // expect: -1
    long from = (char)0x80;
    printf("%ld\n", from); // expect: -128
    unsigned short us = i;
    short s = us * 7;
    printf("%d %d\n", us, s); // expect: 22136 23880
    return 0;
}
