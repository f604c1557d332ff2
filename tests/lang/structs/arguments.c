// Structs among scalar arguments.
#include <stdio.h>
struct A {
    char c;
};
struct B {
    int a[10];
};
struct C {
    double d;
    float f;
};
struct D {
    short s[3];
};
int f(struct A a, int i, struct B b, double d, struct C c, struct D e, char ch) {
    return a.c + i + b.a[9] + (int)d + (int)c.f + e.s[2] + ch;
}
struct B g(struct A a, struct B b) {
    b.a[0] = a.c;
    return b;
}
struct C h(void) {
    struct C c = {1, 2};
    return c;
}
int main(void) {
    struct A a = {1};
    struct B b = {{0}};
    b.a[9] = 9;
    struct C c = {1.5, 2.5f};
    struct D d = {{1, 2, 3}};
    printf("%d\n", f(a, 2, b, 3.0, c, d, 4));
    printf("%d\n", g(a, g(a, b)).a[0]);
    printf("%f\n", h().f);
    struct A (*pf)(void) = 0;
    (void)pf;
    struct B bs[2] = {b, g(a, b)};
    printf("%d\n", bs[1].a[9]);
    printf("%d\n", f((struct A){5}, 1, (struct B){{[9] = 1}}, 1, h(), (struct D){{0}}, 0));
    return 0;
}
// expect: 24
// expect: 1
// expect: 2.000000
// expect: 9
// expect: 10
