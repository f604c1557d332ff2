#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *a = malloc(40 * sizeof *a), sum = 0;
    for (int i = 0; i < 39; i++) {
        a[i] = i;
    }
    for (int i = 0; i < 40; i++) {
        sum += a[i]; // trap: initiali
    }
    printf("%d\n", sum);
    return 0;
}
