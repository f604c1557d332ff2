#include <stdio.h>

struct p { int x, y; };
struct s { char name[8]; struct p a[2]; double d; struct p *link; };
static struct p origin = {.y = 4};
static struct s g = {"glob", {{1, 2}, {.y = 3}}, .link = &origin, .d = 1.5};
static struct s *pg = &g;
static int *inside = &g.a[1].y;

int main(void) {
    printf("%s %d %d %d %.1f\n", g.name, g.a[0].y, g.a[1].x, g.a[1].y, g.d); // expect: glob 2 0 3 1.5
    printf("%d %d\n", pg->link->y, *inside); // expect: 4 3
    int n = 5;
    struct s l = {.d = n, .a[1] = {n, n + 1}, .name = "loc"};
    printf("%s %d %d %.1f %d\n", l.name, l.a[0].x, l.a[1].y, l.d, l.link == 0); // expect: loc 0 6 5.0 1
    struct p list[] = {{1}, {2, 3}, origin, {.x = n}};
    printf("%d %d %d %d\n", list[0].y, list[1].y, list[2].y, list[3].x); // expect: 0 3 4 5
    struct { struct p p; int n; } in = {origin, n};
    printf("%d %d\n", in.p.y, in.n); // expect: 4 5
    struct p empty = {};
    printf("%d\n", empty.x + empty.y); // expect: 0
    struct { int a; union { int i; char c; } u; int b; } w = {1, {.c = 'x'}, 2};
    printf("%c %d\n", w.u.c, w.b); // expect: x 2
    return 0;
}
