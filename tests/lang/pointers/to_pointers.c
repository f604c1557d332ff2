#include <stdio.h>

static void set(int **p, int *to) { *p = to; }
static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }

int main(void) {
    int x = 1, y = 2, *p = &x, **pp = &p;
    **pp = 5;
    printf("%d\n", x); // expect: 5
    set(&p, &y);
    printf("%d\n", *p); // expect: 2
    swap(&x, &y);
    printf("%d %d\n", x, y); // expect: 2 5
    int *list[3] = {&x, &y, 0};
    int n = 0;
    for (int **q = list; *q; q++)
        n += **q;
    printf("%d\n", n); // expect: 7
    const char *words[] = {"alpha", "beta", "gamma"};
    const char **w = words + 1;
    printf("%s %c\n", *w, w[1][2]); // expect: beta m
    printf("%c\n", **w++); // expect: b
    printf("%c\n", *++*w); // expect: a
    int ***ppp = &pp;
    ***ppp = 8;
    printf("%d\n", y); // expect: 8
    return 0;
}
