// Structs are copied: assignment, argument, result.
#include <stdio.h>

struct point {
    int x, y;
};
static struct point move(struct point p, int dx) {
    p.x += dx;
    return p;
}
static void change(struct point p) { p.x = 99; }

int main(void) {
    struct point a = {1, 2}, b = a;
    b.x = 10;
    printf("%d %d\n", a.x, b.x); // expect: 1 10
    a = move(b, 5);
    printf("%d %d %d\n", a.x, a.y, b.x); // expect: 15 2 10
    change(a);
    printf("%d\n", a.x); // expect: 15
    printf("%d\n", move(a, 1).x); // expect: 16
    printf("%d\n", move(move(a, 1), 1).x); // expect: 17
    a = move(a, -15);
    printf("%d\n", a.x); // expect: 0
    struct point c = b = a;
    printf("%d %d\n", b.x, c.x); // expect: 0 0
    return 0;
}
