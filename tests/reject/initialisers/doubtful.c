// A value that does not fit puts the variable's type in doubt: its `*` may have been lost. What is done with the variable
// further down is not told as well.
#include <stdlib.h>
struct point { int x, y; };
int grid[3][4];
static int *first = grid[0], second = grid[1]; // error: initialising the pointer `int *` where the number `int` is needed
int main(void) {
    int n = 4, m[3][n];
    struct point p = {1, 2}, q = &p; // error: initialising `struct point *` where `struct point` is needed
    double a = malloc(8 * sizeof *a); // error: `*` needs a pointer, but `a` is `double`
    int(rows)[n] = m; // error: `rows` has a size that varies, so it cannot be initialised
    q->x = a[0] + rows[1][2] + second[1];
    free(a);
    p->x = *first; // error: `p` is a `struct point` itself, not a pointer to one
    return q->y;
}
