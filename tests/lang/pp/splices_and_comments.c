#include <stdio.h>
#define LONG_MACRO(a) \
    ((a) + \
     1)
int main(void) {
    int va\
lue = /* a comment */ 4;
    value = 40; // a comment that goes on \
    value = 0;
    printf("%d\n", LONG_MACRO(value)); // expect: 41
    pri\
ntf("%d\n", 1 /*
    over lines */ + 1); // expect: 2
}
