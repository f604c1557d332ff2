// A fault that nobody catches runs the defers on its way out.
#include <stdio.h>

int main(void) {
    int a[2] = {0};
    volatile int i = 2;
    defer printf("last\n");  // expect: first
    defer printf("first\n"); // expect: last
    a[i] = 1; // trap: index 2
    return 0;
}
