// Which side of `=` comes first C leaves open (C17 6.5.16p3). As in gcc the right one does,
// but for a call whose result is stored as it is: that comes behind the left side.
#include <stdio.h>
static int a[4], b[4], i, *p = a;
static short narrow[4];
static struct pair {
    int x, y;
} pairs[3] = {{1, 2}, {3, 4}, {5, 6}}, *q = pairs;
static int f(void) {
    p = b;
    i = 2;
    q = pairs + 1;
    return 9;
}
static struct pair *g(void) {
    q = pairs + 2;
    return pairs;
}
static void show(const int *v) { printf("%d %d %d\n", v[0], v[1], v[2]); }
int main(void) {
    *p = f();
    printf("%d %d\n", a[0], b[0]); // expect: 9 0
    p = a;
    *p = f() + 1;
    printf("%d %d\n", a[0], b[0]); // expect: 9 10
    i = 0;
    a[i] = -f();
    show(a); // expect: 9 0 -9
    i = 0;
    a[i] = f();
    show(a); // expect: 9 0 -9
    i = 0;
    narrow[i] = f();
    printf("%d %d\n", narrow[0], narrow[2]); // expect: 0 9
    q = pairs;
    q->x = f() ? 7 : 8;
    printf("%d %d\n", pairs[0].x, pairs[1].x); // expect: 1 7
    q = pairs;
    *q = *g();
    printf("%d %d\n", pairs[0].x, pairs[2].x); // expect: 1 1
    p = a;
    b[0] = 0;
    *p = a[1] = f();
    printf("%d %d\n", a[0], b[0]); // expect: 9 9
}
