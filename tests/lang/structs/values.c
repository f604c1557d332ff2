// Structs as values: copied, nested, assigned, passed.
#include <stdio.h>
struct A {
    int x;
    struct B {
        int y[2];
        char n[4];
    } b;
    struct A *self;
};
typedef struct {
    short s;
    struct {
        int i;
    } in[2];
} T;
struct A mk(int i) {
    struct A a = {i, {{i + 1, i + 2}, "ab"}, 0};
    return a;
}
void mod(struct A a) {
    a.x = 100;
    a.b.y[0] = 100;
}
void modp(struct A *a) {
    a->x = 100;
    a->b.n[0] = 'z';
}
int main(void) {
    struct A a = mk(1), b;
    b = a;
    b.x = 9;
    printf("%d %d %d %s\n", a.x, b.x, b.b.y[1], b.b.n);
    mod(a);
    printf("%d\n", a.x);
    modp(&a);
    printf("%d %s\n", a.x, a.b.n);
    a.self = &a;
    printf("%d\n", a.self->self->self->x);
    struct A arr[3] = {[1] = mk(5)};
    printf("%d %d\n", arr[1].b.y[0], arr[2].x);
    arr[0] = arr[1];
    printf("%d\n", arr[0].b.y[1]);
    T t = {1, {{2}, {3}}};
    T u = t;
    printf("%d\n", u.in[1].i);
    struct A *p = arr;
    (*p).x = 3;
    p++->x = 4;
    printf("%d %d\n", arr[0].x, p->x);
    struct B bb = arr[1].b;
    printf("%s\n", bb.n);
    printf("%d\n", mk(7).b.y[1]);
    struct {
        struct A a;
        int z;
    } w = {mk(2), 3};
    printf("%d %d\n", w.a.x, w.z);
    struct A c = (struct A){.b.y = {[1] = 4}};
    printf("%d\n", c.b.y[1]);
    const struct A k = {1};
    struct A l = k;
    l.x = 2;
    printf("%d\n", l.x);
    (a.x > 50 ? a : b).x;
    printf("%d\n", (a.x > 50 ? &a : &b)->x);
    struct P {
        int a, b;
    } x = {1, 2}, y = {3, 4}, z;
    z = x, x = y, y = z;
    printf("%d %d\n", x.a, y.a);
    return 0;
}
// expect: 1 9 3 ab
// expect: 1
// expect: 100 zb
// expect: 100
// expect: 6 0
// expect: 7
// expect: 3
// expect: 4 5
// expect: ab
// expect: 9
// expect: 2 3
// expect: 4
// expect: 2
// expect: 100
// expect: 3 1
