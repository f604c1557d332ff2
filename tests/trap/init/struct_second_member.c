// Members that are read one after another are each looked at.
#include <stdlib.h>
struct vec { double x, y, z; };

static double sum(const struct vec *v, double start) {
    return start + v->x + v->y
         + v->z; // trap: Uninitialised: read of member `z`
}

int main(void) {
    struct vec *v = malloc(sizeof *v);
    v->x = 1;
    v->y = 2;
    return (int)sum(v, 0.5);
}

// stderr: in sum(
// stderr: start=0.5), called at struct_second_member.c:14:
