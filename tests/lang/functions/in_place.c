// Small functions, as they are compiled in place: order of arguments, parameters that are assigned to, several returns,
// calls in arguments, structs that are copied.
#include <stdio.h>

struct vec { double x, y; };
struct line { struct vec from, to; };

static int twice(int x) { x += x; return x; }
static int limit(int x, int low, int high) {
    if (x < low)
        return low;
    if (x > high)
        return high;
    return x;
}
static int log_of(int *log, int digit) { *log = *log * 10 + digit; return digit; }
static int minus(int a, int b) { return a - b; }
static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }
static struct vec add(struct vec a, struct vec b) { struct vec r = {a.x + b.x, a.y + b.y}; return r; }
static struct vec turned(struct vec v) { return (struct vec){-v.y, v.x}; }
static struct vec grown(struct vec v) { v.x *= 10; v.y *= 10; return v; }
static struct vec larger(struct vec a, struct vec b) {
    if (a.x * a.x + a.y * a.y > b.x * b.x + b.y * b.y)
        return a;
    return b;
}
static double dot(struct vec a, struct vec b) { return a.x * b.x + a.y * b.y; }
static struct line shifted(struct line l, struct vec by) {
    struct line r = {add(l.from, by), add(l.to, by)};
    return r;
}
static int even(int n);
static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }

int main(void) {
    int x = 3, log = 0, list[3] = {1, 2, 3};
    printf("%d %d %d\n", twice(x), x, twice(twice(x)));                             // expect: 6 3 12
    printf("%d %d %d\n", limit(5, 1, 3), limit(-5, 1, 3), limit(2, 1, 3));          // expect: 3 1 2
    int difference = minus(log_of(&log, 7), log_of(&log, 2));
    printf("%d %d\n", difference, log);                                             // expect: 5 27
    swap(&list[0], &list[2]);
    printf("%d%d%d\n", list[0], list[1], list[2]);                                  // expect: 321
    struct vec a = {1, 2}, b = {3, 5}, c = add(a, turned(b));
    printf("%g %g\n", c.x, c.y);                                                    // expect: -4 5
    a = turned(a);
    printf("%g %g\n", a.x, a.y);                                                    // expect: -2 1
    a = (struct vec){a.y, a.x};
    printf("%g %g %g\n", a.x, a.y, dot(add(a, b), turned(a)));                      // expect: 1 -2 11
    struct vec g = grown(b), *p = &b;
    *p = add(*p, *p);
    printf("%g %g %g %g\n", g.x, g.y, b.x, b.y);                                    // expect: 30 50 6 10
    printf("%g %g\n", larger(a, b).x, larger(b, a).y);                              // expect: 6 10
    struct line l = shifted((struct line){{0, 1}, {2, 3}}, a);
    printf("%g %g %g %g\n", l.from.x, l.from.y, l.to.x, l.to.y);                    // expect: 1 -1 3 1
    printf("%d %d\n", even(10), odd(7));                                            // expect: 1 1
    for (int i = 0; i < 3; i++) {
        struct vec step = {i, 1};
        c = add(c, step);
        struct vec twofold = add(step, step);
        step.y = twofold.x;
        c.x += step.y;
    }
    printf("%g %g\n", c.x, c.y);                                                    // expect: 5 8
    return 0;
}
