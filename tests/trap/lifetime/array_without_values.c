// An array of which only some elements have been given a value.
// note: `= {0}` where it is declared makes all of it zero
#include <stdio.h>

int main(void) {
    int a[3];
    a[0] = 1;
    printf("%d\n", a[1]); // trap: read of element 1 of `int a[3]`, which has no value yet
    return 0;
}
