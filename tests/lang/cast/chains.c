#include <stdio.h>

int main(void) {
    int x = -1;
    printf("%d\n", (int)(char)(short)(long)0x12345680); // expect: -128
    printf("%lu\n", (unsigned long)(unsigned char)x); // expect: 255
    printf("%ld\n", (long)(unsigned short)(signed char)x); // expect: 65535
    printf("%u\n", (unsigned)(short)0x8000); // expect: 4294934528
    printf("%d\n", (char)(x >> 1) == (signed char)255); // expect: 1
    double d = (float)16777217.0;
    printf("%.0f\n", d); // expect: 16777216
    printf("%d\n", (unsigned char)(int)-1.9 == 255); // expect: 1
    printf("%ld\n", (long)(int)3000000000u); // expect: -1294967296
    unsigned char a = 200;
    a = (unsigned char)(a * 2);
    printf("%d\n", a); // expect: 144
    a = a - 145;
    printf("%d\n", a); // expect: 255
    printf("%d\n", (signed char)a); // expect: -1
    (void)x;
    printf("%d\n", (x, (short)70000)); // expect: 4464
    printf("%d\n", sizeof((char)1 + (short)1) == sizeof(int)); // expect: 1
    return 0;
}
