#include <stdio.h>

static int sum(int (*a)[4]) {
    int s = 0;
    for (int i = 0; i < 4; i++)
        s += (*a)[i];
    return s;
}

int main(void) {
    int a[2][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}}, (*p)[4] = a;
    printf("%d %d\n", sum(a), sum(&a[1])); // expect: 10 26
    printf("%d\n", (*++p)[0]); // expect: 5
    printf("%d\n", **p); // expect: 5
    int b[4] = {9, 9, 9, 9};
    printf("%d\n", sum(&b)); // expect: 36
    int (*q)[2][4] = &a;
    printf("%d %zu\n", (*q)[1][3], sizeof *q); // expect: 8 32
    int *flat = (int *)a;
    printf("%d\n", flat[5]); // expect: 6
    return 0;
}
