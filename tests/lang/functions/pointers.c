// Pointers to functions in every position.
#include <stdio.h>
int add(int a, int b) {
    return a + b;
}
int sub(int a, int b) {
    return a - b;
}
int (*sel(int c))(int, int) {
    return c ? add : sub;
}
typedef int (*op)(int, int);
op tab[2] = {add, &sub};
int app(op f, int a, int b) {
    return f(a, b);
}
int app2(int f(int, int), int a) {
    return (**f)(a, a);
}
void nop(void) {}
struct v {
    op f;
    int (*g[2])(int, int);
} v = {add, {sub, add}};
int main(void) {
    printf("%d %d\n", sel(1)(3, 4), sel(0)(3, 4));
    printf("%d\n", tab[1](9, 1));
    printf("%d %d\n", app(add, 1, 2), app2(add, 3));
    printf("%d %d\n", v.f(1, 1), v.g[0](5, 2));
    op p = add;
    printf("%d\n", p == add && p != sub);
    (*****p)(1, 2);
    (1 ? nop : nop)();
    printf("%d\n", (p ? p : sub)(2, 3));
    op *pp = tab;
    printf("%d\n", (*pp++)(1, 1));
    void *vp = (void *)add;
    printf("%d\n", ((op)vp)(4, 4));
    return !p;
}
// expect: 7 -1
// expect: 8
// expect: 3 6
// expect: 2 3
// expect: 1
// expect: 5
// expect: 2
// expect: 8
