#include <stdio.h>
#include <stdlib.h>

int main(void) {
    double *a = calloc(100, sizeof *a), sum = 0;
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 100; i++) {
            sum += a[i]; // trap: UseAfterFree: use after free
        }
        printf("%g\n", sum); // expect: 0
        free(a);
    }
    return 0;
}
