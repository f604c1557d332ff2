// Bit-fields in structs that are copied, and in unions.
extern void abort(void);
struct A {
    signed char a : 3;
    unsigned char b : 5;
    short c : 9;
    unsigned short d : 7;
    int e : 20;
    unsigned f : 12;
    long g : 33;
    unsigned long h : 31;
    _Bool i : 1;
};
struct A ga = {-4, 31, -256, 127, -524288, 4095, -4294967296L, 2147483647UL, 1};
union V {
    struct {
        unsigned x : 1, y : 2, z : 3, : 2, w : 24;
    } b;
    unsigned u;
};
struct Z {
    int a : 8;
    int : 0;
    int b : 8;
    char c;
};
struct E {
    enum { P, Q, R } e : 2;
    int v : 30;
};
struct A f(struct A x) {
    x.a = -x.a - 1;
    x.e++;
    return x;
}
int cmp(struct A *p) {
    return p->b > 30 && p->d == 127;
}
int main(void) {
    if (ga.a != -4 || ga.b != 31 || ga.c != -256 || ga.d != 127 || ga.e != -524288 ||
        ga.f != 4095 || ga.g != -4294967296L || ga.h != 2147483647 || ga.i != 1)
        abort();
    struct A l = f(ga);
    if (l.a != 3 || l.e != -524287 || l.b != 31)
        abort();
    if (!cmp(&l))
        abort();
    union V v;
    v.u = 0;
    v.b.z = 5;
    v.b.y = 2;
    v.b.w = 0xabcdef;
    if (v.u != (0xabcdefu << 8 | 5 << 3 | 2 << 1))
        abort();
    v.b.w++;
    if (v.u >> 8 != 0xabcdf0)
        abort();
    if (sizeof(struct Z) != 8)
        abort();
    struct E e = {Q, -5};
    if (e.e != Q || e.v != -5)
        abort();
    e.e = R;
    switch (e.e) {
    case R:
        break;
    default:
        abort();
    }
    l.a += 1;
    if (l.a != -4)
        abort();
    l.b += 1;
    if (l.b != 0)
        abort();
    l.d--;
    if (l.d != 126)
        abort();
    if ((l.f = 5000) != 904)
        abort();
    if (l.f++ != 904 || l.f != 905)
        abort();
    l.i = 0;
    l.i = !l.i;
    l.i += 5;
    if (l.i != 1)
        abort();
    int k = l.b - 1;
    if (k != -1 || l.b - 1 > 0)
        abort();
    l.c ^= 0xff;
    if (l.c != -1)
        abort();
    struct A *p = &l;
    p->h = ~0ul;
    if (p->h != 0x7fffffff)
        abort();
    p->g = 1L << 32;
    if (p->g != -4294967296L)
        abort();
    p->e = p->f = p->b = 7;
    if (p->e != 7)
        abort();
    return 0;
}
// exit: 0
