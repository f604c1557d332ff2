// Told before anything has moved, also where `int` was seen before `const int`.
#include <stdio.h>
#include <stdlib.h>

static int by_value(const void *a, const void *b) {
    return *(const int *)a - *(const int *)b;
}

int main(void) {
    static const int one[1] = {5}, days[3] = {31, 28, 31};
    qsort((int *)one, 1, sizeof one[0], by_value);
    printf("%d\n", one[0]); // expect: 5
    qsort((int *)days, 3, sizeof days[0], by_value); // trap: `qsort` writes to `const int days[3]`, which cannot be changed
    return 0;
}
