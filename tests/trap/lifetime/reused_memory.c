#include <stdlib.h>

int main(void) {
    int *old = malloc(sizeof *old);
    free(old);
    int *young = malloc(sizeof *young); // most likely where the old one was
    *young = 5;
    return *old; // trap: UseAfterFree
}
