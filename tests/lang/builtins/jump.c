// __builtin_setjmp keeps its place in an array of five pointers.
#include <stdio.h>
static void *place[5];
static int depth;
static void down(int n) {
    depth = n;
    if (n == 3)
        __builtin_longjmp(place, 1);
    down(n + 1);
}
int main(void) {
    for (int i = 0; i < 2; i++) {
        if (__builtin_setjmp(place) == 0)
            down(i);
        else
            printf("back from %d\n", depth);
    }
    printf("%d\n", __builtin_return_address(0) != 0 && __builtin_frame_address(0) != 0);
}
// expect: back from 3
// expect: back from 3
// expect: 1
