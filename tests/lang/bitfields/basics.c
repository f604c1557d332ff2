#include <stdio.h>

struct flags { unsigned a : 1; unsigned b : 3; int c : 4; unsigned d : 24; };

int main(void) {
    struct flags f = {1, 5, -3, 1000};
    printf("%zu\n", sizeof f); // expect: 4
    printf("%d %d %d %d\n", f.a, f.b, f.c, f.d); // expect: 1 5 -3 1000
    f.b = 9;
    printf("%d\n", f.b); // expect: 1
    f.c = 8;
    printf("%d\n", f.c); // expect: -8
    f.b++;
    f.b += 6;
    printf("%d\n", f.b); // expect: 0
    printf("%d\n", f.c = 7); // expect: 7
    printf("%d\n", f.a = 2); // expect: 0
    printf("%d\n", f.d++); // expect: 1000
    printf("%d\n", --f.d); // expect: 1000
    struct flags *p = &f, g = *p;
    p->a = !p->a;
    printf("%d %d\n", f.a, g.a); // expect: 1 0
    printf("%d\n", f.b - 20 < 0); // expect: 1
    return 0;
}
