// The usual conversions: signed meets unsigned of the same rank and becomes unsigned.
#include <stdio.h>

int main(void) {
    int minus = -1;
    unsigned one = 1;
    long lm = -1;
    unsigned long ul = 1;
    printf("%d\n", minus < one); // expect: 0
    printf("%d\n", lm < one); // expect: 1
    printf("%d\n", lm < ul); // expect: 0
    printf("%u\n", minus + one); // expect: 0
    printf("%lu\n", minus + ul); // expect: 0
    printf("%ld\n", lm + one); // expect: 0
    short s = -1;
    unsigned short us = 65535;
    printf("%d\n", s == us); // expect: 0
    printf("%d\n", (unsigned short)s == us); // expect: 1
    return 0;
}
