#include <stdlib.h>
int main(void) {
    char *old = malloc(100), *at = old + 10;
    char *moved = realloc(old, 50000);
    // stderr: keep an index, or compute the distance before
    return (int)(moved - at); // trap: a block of 50000 bytes and memory that is not there any more
}
