#include <stdio.h>
#include <stdlib.h>

struct vec { int n; double d[]; };

int main(void) {
    struct vec *v = malloc(sizeof *v + 4 * sizeof(double));
    v->n = 4;
    for (int i = 0; i < v->n; i++)
        v->d[i] = i * 1.5;
    double s = 0;
    for (int i = 0; i < v->n; i++)
        s += v->d[i];
    printf("%zu %.1f\n", sizeof *v, s); // expect: 8 9.0
    free(v);
    return 0;
}
