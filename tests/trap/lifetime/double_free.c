// note: behind `free(p)` makes a second one harmless
#include <stdlib.h>

int main(void) {
    int *p = malloc(sizeof *p);
    free(p);
    free(p); // trap: DoubleFree
    return 0;
}
