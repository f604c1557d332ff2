#include <stdio.h>

int main(void) {
    int a = 1, b = 2, c = 3, d = 4;
    printf("%d\n", ((a + b) * (c + d) - (a - b) * (c - d)) / ((a + d) - (b * a)));
    printf("%d\n", a + b * (c + d * (a + b * (c + d * (a + b * (c + d))))));
    printf("%d\n", (a, b) + (c, d) * (a ? b : c));
    printf("%d\n", a < b == c < d && a | b & c ^ d);
    printf("%d\n", -a - -b - -(-c));
    printf("%d\n", !a + ~b + -c + +d);
    printf("%d\n", a << b << c >> d);
    int x = a = b = c = d;
    printf("%d %d\n", x, a);
    x += a -= b *= 2;
    printf("%d %d %d\n", x, a, b);
    printf("%d\n", 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + x);
    return 0;
}
// expect: 6
// expect: 1023
// expect: 10
// expect: 1
// expect: -2
// expect: -2
// expect: 2
// expect: 4 4
// expect: 0 -4 8
// expect: 26
