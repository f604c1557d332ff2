// Bit-fields of every type, changed in every way.
#include <stdio.h>
struct B {
    unsigned a : 3;
    signed b : 4;
    int c : 5;
    unsigned d : 1;
    unsigned long e : 40;
    _Bool f : 1;
    int : 0;
    char g : 7;
    unsigned h : 32;
};
union U {
    struct {
        unsigned lo : 4, hi : 4;
    };
    unsigned char c;
};
struct N {
    int a : 4;
    int : 4;
    int b : 8;
};
int main(void) {
    struct B b = {7, -8, 15, 1, 1UL << 39, 1, -1, 0xffffffff};
    printf("%u %d %d %u %lu %d %d %u\n", b.a, b.b, b.c, b.d, (unsigned long)b.e, b.f, b.g, b.h);
    b.a++;
    b.b--;
    b.c += 1;
    b.d = ~b.d;
    b.e <<= 1;
    b.f = 2;
    b.g *= 3;
    printf("%u %d %d %u %lu %d %d\n", b.a, b.b, b.c, b.d, (unsigned long)b.e, b.f, b.g);
    printf("%zu\n", sizeof b);
    union U u;
    u.c = 0xa5;
    printf("%x %x\n", u.lo, u.hi);
    u.hi = 3;
    printf("%x\n", u.c);
    struct N n = {1, 2};
    printf("%d %d\n", n.a, n.b);
    printf("%d\n", b.a - 8 < 0);
    b.a = 5;
    printf("%d\n", -b.a < 0);
    printf("%d\n", (b.h - 1) > 0);
    int r = (b.a = 9);
    printf("%d\n", r);
    r = b.b++;
    printf("%d %d\n", r, b.b);
    struct B *p = &b;
    p->a = p->a ^ 3;
    printf("%d\n", p->a);
    b.e = 0x123456789aUL;
    printf("%lx\n", (unsigned long)b.e);
    printf("%d\n", b.e >> 4 > 0);
    return 0;
}
// expect: 7 -8 15 1 549755813888 1 -1 4294967295
// expect: 0 7 -16 0 0 1 -3
// expect: 16
// expect: 5 a
// expect: 35
// expect: 1 2
// expect: 1
// expect: 1
// expect: 1
// expect: 1
// expect: 7 -8
// expect: 2
// expect: 123456789a
// expect: 1
