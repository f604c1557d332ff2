#include <stdio.h>
int main(void) {
    struct {
        char name[4], other[4];
    } s = {"abc", "def"};
    fmemopen(s.name, 8, "w"); // trap: told that the array has 8 bytes, but it has 4
    return 0;
}
