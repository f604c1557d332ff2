// note: only what malloc and its kin gave is freed
#include <stdlib.h>

int main(void) {
    int x = 1;
    free(&x); // trap: BadFree
    return 0;
}
