// Pointers compared and subtracted.
#include <stdio.h>
struct N {
    struct N *n;
    int v;
};
int main(void) {
    int a[10];
    int *b = a, *e = a + 10;
    int n = 0;
    for (int *p = b; p < e; ++p)
        *p = n++;
    printf("%d %d %d\n", b<e, e> b, b <= b);
    printf("%td\n", e - b);
    struct N x = {0, 1}, y = {&x, 2};
    struct N *p = &y;
    int s = 0;
    for (; p; p = p->n)
        s += p->v;
    printf("%d\n", s);
    char *c = (char *)a;
    printf("%d\n", c == (void *)a);
    printf("%d\n", &a[3] > &a[2]);
    int *q = &a[9];
    q++;
    printf("%d\n", q == e);
    const char *str = "abc", *z = str + 3;
    printf("%d\n", *z);
    unsigned long u = (unsigned long)&a[1] - (unsigned long)&a[0];
    printf("%lu\n", u);
    printf("%d\n", &x.v > (int *)&x);
    return 0;
}
// expect: 1 1 1
// expect: 10
// expect: 3
// expect: 1
// expect: 1
// expect: 1
// expect: 0
// expect: 4
// expect: 1
