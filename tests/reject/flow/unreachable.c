#include <stdio.h>
int f(int x) {
    return x;
    printf("never\n"); // warning: this can never be reached
}
int g(int x) {
    for (;;)
        x++;
    x = 0; // warning: this can never be reached
    return x;
}
