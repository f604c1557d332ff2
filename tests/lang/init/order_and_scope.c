#include <stdio.h>

static int n;
static int next(void) { return ++n; }

int main(void) {
    int a[3] = {next(), next(), next()};
    printf("%d %d %d\n", a[0], a[1], a[2]); // expect: 1 2 3
    int x = 1;
    {
        int y = x, x = 5;
        printf("%d %d\n", x, y); // expect: 5 1
    }
    struct { int a, b; } s = {next(), next()};
    printf("%d %d\n", s.a, s.b); // expect: 4 5
    for (int i = 0; i < 2; i++) {
        int fresh[2] = {i};
        fresh[1] += 10;
        printf("%d%d ", fresh[0], fresh[1]);
    }
    printf("\n"); // expect: 010 110 
    int i = 3, *p = &i, j = *p + 1;
    printf("%d\n", j); // expect: 4
    size_t size = sizeof size;
    printf("%zu\n", size); // expect: 8
    return 0;
}
