// Nested initialisers with and without braces.
#include <stdio.h>
struct P {
    int x, y;
};
struct L {
    struct P a, b;
};
struct L l = {{1, 2}, {3}};
struct L m = {1, 2, 3, 4};
struct P arr[] = {{1}, {2, 3}, [4] = {.y = 9}};
int grid[3][3] = {{1}, {0, 1}, {0, 0, 1}};
char *msgs[3] = {[1] = "one"};
union {
    struct P p;
    int i[3];
} u = {.i = {7, 8, 9}};
struct {
    int n;
    struct P *ps;
} w = {2, (struct P[]){{5, 6}, {7, 8}}};
int deep[2][2][2] = {{{1, 2}, {3, 4}}, {{5}, {6}}};
struct {
    char s[4];
    int v[2];
} sv[] = {{"abc", {1, 2}}, {{'d', 'e'}, {3}}};
int main(void) {
    printf("%d %d %d\n", l.b.x, l.b.y, m.b.y);
    printf("%zu %d\n", sizeof arr / sizeof *arr, arr[4].y);
    printf("%d%d%d\n", grid[0][0], grid[1][1], grid[2][2]);
    printf("%d %s\n", msgs[0] == 0, msgs[1]);
    printf("%d\n", u.p.y);
    printf("%d\n", w.ps[1].x);
    printf("%d %d\n", deep[1][1][0], deep[0][1][1]);
    printf("%s %d\n", sv[1].s, sv[1].v[0]);
    struct L x = {.b = {.y = 5}, .a.x = 3};
    printf("%d %d %d\n", x.a.x, x.a.y, x.b.y);
    struct L y = {l.b, .b.x = l.a.y};
    printf("%d %d\n", y.a.x, y.b.x);
    int q[] = {1, 2, [0] = 9};
    printf("%d %d\n", q[0], q[1]);
    int n = 3;
    int r[3] = {n, n * 2, n * 3};
    printf("%d\n", r[2]);
    struct P pp = {n, n}, *ppp = &pp;
    struct L z = {*ppp, {1}};
    printf("%d\n", z.a.y);
    return 0;
}
// expect: 3 0 4
// expect: 5 9
// expect: 111
// expect: 1 one
// expect: 8
// expect: 7
// expect: 6 4
// expect: de 3
// expect: 3 0 5
// expect: 3 2
// expect: 9 2
// expect: 9
// expect: 3
