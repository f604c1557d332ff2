// Where C leaves the order open, ours is gcc's: arguments from the last to the first.
#include <stdio.h>

static int next(void) { static int n; return ++n; }
static int show(int n) { printf("%d ", n); return n; }
static int sum(int a, int b, int c) { return a * 100 + b * 10 + c; }

int main(void) {
    printf("%d\n", sum(next(), next(), next())); // expect: 321
    printf("%d\n", sum(show(1), show(2), show(3))); // expect: 3 2 1 123
    printf("%d\n", show(1) + show(2) * show(3)); // expect: 1 2 3 7
    int g = sum(1, sum(0, 0, next()), 5);
    printf("%d\n", g); // expect: 145
    return 0;
}
