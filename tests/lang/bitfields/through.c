// A statement expression and ?: without a middle keep a bit-field's width.
#include <stdio.h>
struct {
    unsigned narrow : 3;
    unsigned long wide : 40;
} s = {7, 0xffffffffffUL};
int main(void) {
    printf("%d\n", ({ s.narrow; }) - 8 < 0);             // expect: 1
    printf("%lu\n", (unsigned long)(({ s.wide; }) + 1)); // expect: 0
    printf("%lu\n", (unsigned long)((s.wide ?: 1) + 1)); // expect: 0
}
