#include <stdlib.h>

int main(void) {
    char *p = malloc(4);
    p[4] = 'x'; // trap: IndexError
    free(p);
    return 0;
}
