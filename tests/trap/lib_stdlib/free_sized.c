#include <stdlib.h>
int main(void) {
    int *p = malloc(10 * sizeof(int));
    free_sized(p, 10); // trap: the block has 40 bytes, but the program says that it asked for 10
    return 0;
}
