// A struct assigned through overlapping routes: through pointers, its own members, calls.
#include <stdio.h>

struct v { int a, b, c; };
static struct v rotate(struct v v) { return (struct v){v.b, v.c, v.a}; }
static struct v from(const struct v *p) { return (struct v){p->c, p->b, p->a}; }
static struct v g = {1, 2, 3};
static struct v bump(struct v v) { g.a = 100; v.a++; return v; }

int main(void) {
    struct v v = {1, 2, 3}, *p = &v;
    v = v;
    v = rotate(v);
    printf("%d%d%d\n", v.a, v.b, v.c); // expect: 231
    v = from(&v);
    printf("%d%d%d\n", v.a, v.b, v.c); // expect: 132
    *p = rotate(rotate(*p));
    printf("%d%d%d\n", v.a, v.b, v.c); // expect: 213
    v = (struct v){v.c, v.a, v.b};
    printf("%d%d%d\n", v.a, v.b, v.c); // expect: 321
    struct v w = bump(g);
    printf("%d %d\n", w.a, g.a); // expect: 2 100
    g = bump(g);
    printf("%d\n", g.a); // expect: 101
    struct v list[3] = {{1}, {2}, {3}};
    list[0] = list[1] = list[2];
    printf("%d%d\n", list[0].a, list[1].a); // expect: 33
    int i = 0;
    list[i++] = list[i + 1];
    printf("%d\n", i); // expect: 1
    return 0;
}
