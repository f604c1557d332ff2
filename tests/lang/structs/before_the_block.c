// A pointer may stand in front of its block as long as only what is inside is used: several members at once.
#include <stdio.h>
#include <stdlib.h>

struct triple { double x, y, z; };
struct pad { char bytes[24]; struct triple t; };

static double sum(const struct pad *p, double s) {
    return s + p->t.x + p->t.y + p->t.z;
}
static void fill(struct pad *p, double v) {
    p->t.x = v;
    p->t.y = v;
    p->t.z = v;
}

int main(void) {
    struct triple *t = malloc(sizeof *t);
    struct pad *p = (struct pad *)((char *)t - 24);
    fill(p, 2.5);
    printf("%g\n", sum(p, 1)); // expect: 8.5
    free(t);
    return 0;
}
