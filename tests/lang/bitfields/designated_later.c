// A bit-field's unit reaches over members behind it: naming it later takes nothing from them.
#include <stdio.h>

struct inner { unsigned char a : 5; };
struct outer { unsigned a : 6; _Bool flag; struct inner in; };
struct flat { unsigned a : 6; unsigned char b; unsigned char c : 5; };

static unsigned seven(void) {
    return 7;
}

int main(void) {
    struct outer x = {.in.a = 5, .a = seven()};
    printf("%u %d %u\n", x.a, x.flag, x.in.a);                 // expect: 7 0 5
    static struct outer y = {.in.a = 9, .flag = 1, .a = 3};
    printf("%u %d %u\n", y.a, y.flag, y.in.a);                 // expect: 3 1 9
    struct outer *p = &(struct outer){.in = {4}, .flag = 2, .a = seven(), .in.a = 6};
    printf("%u %d %u\n", p->a, p->flag, p->in.a);              // expect: 7 1 6
    struct flat z = {.c = 5, .b = 3, .a = 1, .a = seven()};
    printf("%u %u %u\n", z.a, z.b, z.c);                       // expect: 7 3 5
}
