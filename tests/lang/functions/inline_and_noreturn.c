#include <stdio.h>
#include <stdlib.h>

static inline int square(int x) { return x * x; }
inline static double cube(double x) { return x * x * x; }
_Noreturn static void leave(int code) {
    printf("leaving\n"); // expect: 9 3.4
    exit(code);
}
static int check(int n) {
    if (n > 0)
        return square(n);
    leave(n + 5);
}

int main(void) {
    printf("%d %.1f\n", check(3), cube(1.5)); // expect: leaving
    check(-1);
    return 0;
}
// exit: 4
