// Members that are named out of order are evaluated in the order of the object, as in gcc
// (C17 6.7.9p23 leaves it open).
#include <stdio.h>
static int c;
static int n(void) { return ++c; }
struct s {
    int a, b, c;
};
int main(void) {
    struct s s = {.c = n(), .a = n(), .b = n()};
    printf("%d %d %d\n", s.a, s.b, s.c); // expect: 1 2 3
    int a[4] = {[3] = n(), [0] = n(), n()};
    printf("%d %d %d %d\n", a[0], a[1], a[2], a[3]); // expect: 4 5 0 6
    struct {
        struct s in;
        unsigned x : 4, y : 4;
    } t = {.y = n(), .x = n(), .in = {.b = n(), .a = n()}};
    printf("%d %d %d %d\n", t.in.a, t.in.b, t.x, t.y); // expect: 7 8 9 10
    s = (struct s){.b = 1, .a = 2, .b = n()};
    printf("%d %d %d\n", s.a, s.b, s.c); // expect: 2 11 0
}
