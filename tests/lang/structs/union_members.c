// Unions, anonymous ones too.
#include <stdio.h>
#include <string.h>
union U {
    int i;
    float f;
    unsigned char c[4];
    struct {
        short a, b;
    } s;
};
struct T {
    int tag;
    union {
        int i;
        double d;
        char *s;
    };
};
int main(void) {
    union U u;
    u.f = 1.0f;
    printf("%x\n", u.i);
    u.i = 0x01020304;
    printf("%d %d %d\n", u.c[0], u.s.a, u.s.b);
    struct T t = {1, {.d = 2.5}};
    printf("%f\n", t.d);
    t.s = "str";
    puts(t.s);
    union U v = u;
    printf("%d\n", v.i == u.i);
    union U *p = &v;
    p->c[0] = 9;
    printf("%x\n", p->i);
    union {
        double d;
        unsigned long l;
    } dl = {1.0};
    printf("%lx\n", dl.l);
    struct {
        union U a[2];
    } z = {{{1}, {.f = 2}}};
    printf("%d %f\n", z.a[0].i, z.a[1].f);
    printf("%zu %zu\n", sizeof(union U), sizeof(struct T));
    return 0;
}
// expect: 3f800000
// expect: 4 772 258
// expect: 2.500000
// expect: str
// expect: 1
// expect: 1020309
// expect: 3ff0000000000000
// expect: 1 2.000000
// expect: 4 16
