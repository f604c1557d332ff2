#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int neg(int a) { return -a; }
static double half(double d) { return d / 2; }

int main(void) {
    printf("%d\n", add(add(1, 2), add(3, add(4, 5)))); // expect: 15
    printf("%d\n", neg(neg(add(neg(1), neg(2))))); // expect: -3
    printf("%.3f\n", half(half(half(add(3, 5))))); // expect: 1.000
    int x = 10;
    x = add(x, x = add(x, 1) - 1);
    printf("%d\n", x); // expect: 20
    x = add(x, neg(x)) + add(neg(x), x) * neg(add(1, x));
    printf("%d\n", x); // expect: 0
    printf("%d\n", add(x > 5 ? add(1, 1) : neg(7), x ? neg(1) : add(4, 4))); // expect: 1
    printf("%d\n", add(x++, 5) + x); // expect: 6
    return 0;
}
