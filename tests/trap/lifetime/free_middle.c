// note: keep the pointer that malloc gave
#include <stdlib.h>

int main(void) {
    int *p = malloc(4 * sizeof *p);
    free(p + 1); // trap: BadFree
    return 0;
}
