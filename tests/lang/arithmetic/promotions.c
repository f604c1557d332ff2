// Operands narrower than int are promoted before anything is computed (C17 6.3.1.1).
#include <stdio.h>

int main(void) {
    unsigned char a = 200, b = 100;
    signed char c = -1;
    short s = -30000;
    printf("%d\n", a + b); // expect: 300
    printf("%d\n", (unsigned char)(a + b)); // expect: 44
    printf("%d\n", c >> 1); // expect: -1
    printf("%d\n", ~a); // expect: -201
    printf("%d\n", s - 10000); // expect: -40000
    printf("%d\n", a << 4); // expect: 3200
    printf("%zu\n", sizeof(a + b)); // expect: 4
    printf("%d\n", -a); // expect: -200
    return 0;
}
