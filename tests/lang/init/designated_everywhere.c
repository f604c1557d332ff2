// Designators in every position, ranges, braces left out.
#include <stdio.h>
struct A {
    int a, b[3];
    struct {
        int c, d;
    };
    union {
        int e;
        float f;
    } u;
};
int main(void) {
    int a[] = {[3] = 1, 2, [1] = 5, 6};
    printf("%zu:", sizeof a / sizeof *a);
    for (int i = 0; i < 5; i++)
        printf(" %d", a[i]);
    puts("");
    struct A x = {.b[1] = 2, 3, 4, 5, {6}};
    printf("%d %d %d %d %d %d %d\n", x.a, x.b[0], x.b[1], x.b[2], x.c, x.d, x.u.e);
    struct A y = {1, {[2] = 9}, .d = 8, .u.f = 1.5f};
    printf("%d %d %d %f\n", y.b[2], y.c, y.d, y.u.f);
    struct A z[2] = {[1].a = 3, [0] = {.b = {1, 2}}, [1].b[0] = 7};
    printf("%d %d %d\n", z[0].b[1], z[1].a, z[1].b[0]);
    int r[] = {[0 ... 4] = 7, [2] = 1};
    for (int i = 0; i < 5; i++)
        printf("%d ", r[i]);
    puts("");
    int m[2][3] = {1, 2, 3, 4};
    printf("%d %d\n", m[1][0], m[1][1]);
    int m2[][2] = {{1}, {2, 3}, 4, 5};
    printf("%zu %d\n", sizeof m2, m2[2][1]);
    char s[3] = "abc";
    printf("%.3s\n", s);
    char t[] = {"hey"};
    puts(t);
    char u[2][4] = {"ab", {'c', 'd'}};
    puts(u[1]);
    struct A w = {.a = 1, .a = 2};
    printf("%d\n", w.a);
    struct {
        int x;
        int y;
    } pp = {y : 1, x : 2};
    printf("%d %d\n", pp.x, pp.y);
    int q[3] = {[1] 1, [2] 2};
    printf("%d\n", q[2]);
    union {
        int i;
        char c[8];
    } un = {.c = "hello"};
    puts(un.c);
    struct A v = {};
    printf("%d\n", v.d);
    int e[2] = {{1}, {2}};
    printf("%d\n", e[1]);
    int sc = {4};
    printf("%d\n", sc);
    struct {
        struct {
            int a;
            int b;
        } in;
        int c;
    } nn = {1, 2, 3};
    printf("%d\n", nn.c);
    struct {
        char c[4];
        int n;
    } ss[] = {"abc", 1, {"de", 2}, {{'x'}, 3}};
    printf("%s %d %s\n", ss[0].c, ss[1].n, ss[2].c);
    return 0;
}
// expect: 5: 0 5 6 1 2
// expect: 0 0 2 3 4 5 6
// expect: 9 0 8 1.500000
// expect: 2 3 7
// expect: 7 7 1 7 7 
// expect: 4 0
// expect: 24 5
// expect: abc
// expect: hey
// expect: cd
// expect: 2
// expect: 2 1
// expect: 2
// expect: hello
// expect: 0
// expect: 2
// expect: 4
// expect: 3
// expect: abc 2 x
