#include <stdio.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define APPLY(f, x) f(x)
#define TWICE(x) (2 * (x))
int f(int x) { return x + 1; }
#define f(x) f((x) * 10)
int main(void) {
    printf("%d\n", MAX(MAX(1, 5), 3)); // expect: 5
    printf("%d\n", APPLY(TWICE, APPLY(TWICE, 3))); // expect: 12
    printf("%d\n", f(1)); // expect: 11
    printf("%d\n", (f)(1)); // expect: 2
    printf("%d\n", TWICE
        (
        4
        )); // expect: 8
}
