#include <stdlib.h>
static int by_value(int a, int b) {
    return a - b;
}
int main(void) {
    int numbers[] = {5, -2, 9};
    // stderr: give the function parameters of the types that it gets
    qsort(numbers, 3, sizeof *numbers, (int (*)(const void *, const void *))by_value); // trap: `by_value` is `int (int a, int b)`, which does not fit
}
