// Members of what a function returns.
#include <stdio.h>
struct S {
    int a[4];
    char n[8];
};
struct S mk(int k) {
    struct S s = {{k, k + 1, k + 2, k + 3}, "nm"};
    return s;
}
struct S id(struct S s) {
    s.a[0]++;
    return s;
}
struct S *ps(struct S *p) {
    return p;
}
struct W {
    struct S in;
    double d;
};
struct W w(double d) {
    struct W x = {mk(7), d};
    return x;
}
int main(void) {
    printf("%d\n", mk(3).a[2]);
    printf("%s\n", mk(1).n);
    printf("%d\n", id(id(id(mk(1)))).a[0]);
    int i = 1;
    printf("%d\n", w(2.5).in.a[i]);
    struct S s, t;
    t = s = mk(5);
    printf("%d\n", t.a[3]);
    printf("%d\n", (s = mk(9)).a[0]);
    printf("%d\n", (i ? s : t).a[1]);
    printf("%d\n", (0, s).a[1]);
    struct S (*fp)(int) = mk;
    printf("%d\n", fp(2).a[1]);
    printf("%d\n", (*fp)(2).a[1]);
    printf("%f\n", w(1.5).d);
    struct S arr[2];
    arr[1] = mk(4);
    printf("%d\n", ps(&arr[1])->a[0]);
    printf("%zu\n", sizeof mk(1));
    return 0;
}
// expect: 5
// expect: nm
// expect: 4
// expect: 8
// expect: 8
// expect: 9
// expect: 10
// expect: 10
// expect: 3
// expect: 3
// expect: 1.500000
// expect: 4
// expect: 24
