#include <stdio.h>

struct in { int a, b[3]; };
struct out { struct in x[2]; int y; union { int i; float f; } u; };

static struct out g = {.x[1].b[2] = 9, .x = {[0] = {1, {2}}}, .y = 5, .u.f = 1.5f};
static int sparse[] = {[5] = 50, 60, [2] = 20, 30};
static char names[][6] = {[2] = "two", [0] = "zero"};
static struct { int x, y; } points[] = {[1] = {.y = 4}, {5, 6}, [0].x = 1};

int main(void) {
    printf("%d %d %d %.1f\n", g.x[0].a, g.x[0].b[0], g.y, g.u.f);
    printf("%zu %d %d %d %d\n", sizeof sparse / sizeof *sparse, sparse[2], sparse[3], sparse[5], sparse[6]);
    printf("%zu %s|%s|%s\n", sizeof names, names[0], names[1], names[2]);
    printf("%d %d %d %d\n", points[0].x, points[1].y, points[2].x, points[2].y);
    int n = 4;
    struct out l = {.y = n, .x[1] = {.b = {[1] = n * 2}}};
    printf("%d %d %d %d\n", l.y, l.x[1].b[1], l.x[1].a, l.x[0].b[2]);
    int m[3][3] = {[1] = {1, [2] = 3}, [2][0] = n};
    printf("%d %d %d %d\n", m[0][0], m[1][0], m[1][2], m[2][0]);
    return 0;
}
// expect: 1 2 5 1.5
// expect: 7 20 30 50 60
// expect: 18 zero||two
// expect: 1 4 5 6
// expect: 4 8 0 0
// expect: 0 1 3 4
