// fib(35), doubly recursive: what a call costs.
#include <stdio.h>

static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

int main(void) {
    printf("%d\n", fib(35));
    return 0;
}
