#include <stdlib.h>
static int divide(const void *a, const void *b) {
    return *(const int *)a / *(const int *)b; // trap: zero
}
int main(void) {
    int a[4] = {4, 0, 2, 1};
    qsort(a, 4, sizeof *a, divide);
    return 0;
}
