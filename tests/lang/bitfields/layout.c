#include <stdio.h>
#include <string.h>

struct a { int x : 5; int : 0; int y : 5; };
struct b { char c; int x : 9; short s; };
struct c { long x : 40; int y : 20; };
struct d { unsigned char a : 4, b : 4, c : 1; };
struct e { _Bool b : 1; unsigned u : 31; };
struct f { unsigned a : 3; unsigned : 4; unsigned b : 9; };

int main(void) {
    printf("%zu %zu %zu %zu %zu\n", sizeof(struct a), sizeof(struct b), sizeof(struct c), sizeof(struct d), sizeof(struct e));
    struct c c = {-5, 300000};
    printf("%ld %d\n", (long)c.x, c.y);
    c.x = 0x7fffffffffL;
    printf("%lx\n", (long)c.x);
    struct f f = {5, 0x155};
    unsigned n = 0;
    memset(&n, 0, sizeof n);
    memcpy(&n, &f, sizeof n);
    printf("%x\n", n & 0xff87);
    struct e e = {3, 1u << 30};
    printf("%d %u\n", e.b, e.u);
    struct { unsigned long v : 64; } w = {~0UL};
    printf("%lx\n", (unsigned long)w.v);
    struct d list[2] = {{1, 2, 1}, {3, 4, 0}};
    list[1].b = list[0].a + list[1].a;
    printf("%d\n", list[1].b);
    return 0;
}
// expect: 8 8 8 2 4
// expect: -5 300000
// expect: 7fffffffff
// expect: aa85
// expect: 1 1073741824
// expect: ffffffffffffffff
// expect: 4
