#include <stdio.h>

struct p { int x, y; };
struct line { struct p a, b; int w; };
static struct line lines[] = {1, 2, 3, 4, 5, {{6, 7}, 8, 9, 10}, {{11}, {12}}};
static int cube[2][2][2] = {1, 2, 3, {4}, {{5, 6}, 7}};
static char text[2][3] = {'a', 'b', 'c', 'd'};

int main(void) {
    printf("%zu\n", sizeof lines / sizeof *lines); // expect: 3
    printf("%d %d %d\n", lines[0].b.y, lines[1].a.y, lines[1].w); // expect: 4 7 10
    printf("%d %d %d\n", lines[2].a.x, lines[2].a.y, lines[2].b.x); // expect: 11 0 12
    printf("%d %d\n", cube[0][1][1], cube[1][0][0]); // expect: 4 5
    printf("%c%c%d\n", text[0][2], text[1][0], text[1][1]); // expect: cd0
    struct line l = {1, 2, .b.y = 5, 6}, *p = &l;
    printf("%d %d %d %d\n", p->a.x, p->b.x, p->b.y, p->w); // expect: 1 0 5 6
    struct p ps[2] = {lines[0].a, 7};
    printf("%d %d %d\n", ps[0].y, ps[1].x, ps[1].y); // expect: 2 7 0
    int scalar = {5};
    printf("%d\n", scalar); // expect: 5
    return 0;
}
