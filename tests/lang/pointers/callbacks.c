#include <stdio.h>

typedef struct list { int v[8]; int n; } list;
static void each(list *l, void (*f)(int *, void *), void *ctx) {
    for (int i = 0; i < l->n; i++) f(&l->v[i], ctx);
}
static void add(int *v, void *ctx) { *(int *)ctx += *v; }
static void scale(int *v, void *ctx) { *v *= *(int *)ctx; }
static int fold(const int *a, int n, int start, int (*f)(int, int)) {
    while (n--) start = f(start, *a++);
    return start;
}
static int max(int a, int b) { return a > b ? a : b; }
static int (*operation(char c))(int, int) { return c == 'm' ? max : 0; }

int main(void) {
    list l = {{1, 2, 3}, 3};
    int by = 10, sum = 0;
    each(&l, scale, &by);
    each(&l, add, &sum);
    printf("%d\n", sum); // expect: 60
    printf("%d\n", fold(l.v, 3, 0, max)); // expect: 30
    printf("%d\n", operation('m')(3, 9)); // expect: 9
    printf("%d\n", operation('x') == 0); // expect: 1
    void (*steps[2])(int *, void *) = {scale, add};
    for (unsigned i = 0; i < sizeof steps / sizeof *steps; i++)
        steps[i](&l.v[0], &by);
    printf("%d %d\n", l.v[0], by); // expect: 100 110
    return 0;
}
