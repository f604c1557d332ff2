// note: free a block once nobody uses it any more
#include <stdlib.h>

int main(void) {
    int *p = malloc(sizeof *p);
    *p = 1;
    free(p);
    return *p; // trap: UseAfterFree
}
