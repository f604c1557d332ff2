// A byte without a value may be moved, and has none where it arrives.
#include <stdio.h>

int main(void) {
    char from[4], to[4];
    for (int i = 0; i < 4; i++)
        to[i] = from[i];
    if (to[1]) // trap: read of element 1 of `char to[4]`, which has no value yet
        puts("?");
}
