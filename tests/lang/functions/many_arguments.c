#include <stdio.h>

static int ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j;
}
static int id(int x) { return x; }

int main(void) {
    printf("%d\n", ten(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    printf("%d\n", ten(id(1), 2, id(3), 4, id(id(5)), 6, 7, id(8), 9, id(10)));
    int x = 1;
    printf("%d\n", ten(x, x + 1, x * 3, x << 2, 5, x, x, x, x, ten(x, x, x, x, x, x, x, x, x, x)));
    return 0;
}
// expect: 385
// expect: 385
// expect: 635
