#include <stdio.h>

static int twice(int x) { return 2 * x; }
static int square(int x) { return x * x; }
static int apply(int (*f)(int), int x) { return f(x); }
typedef int (*fn)(int);
static fn choose(int n) { return n ? twice : square; }
static int (*table[])(int) = {twice, square, &twice};
static int call(int f(int), int x) { return (*f)(x); }

int main(void) {
    int (*f)(int) = twice;
    printf("%d %d\n", f(3), (*f)(4)); // expect: 6 8
    f = &square;
    printf("%d %d\n", f(5), (**f)(6)); // expect: 25 36
    printf("%d\n", apply(choose(0), 9)); // expect: 81
    printf("%d\n", choose(1)(10)); // expect: 20
    for (int i = 0; i < 3; i++)
        printf("%d ", table[i](7));
    printf("\n"); // expect: 14 49 14 
    printf("%d\n", f == square); // expect: 1
    printf("%d\n", call(f, 11) + apply(twice, call(square, 2))); // expect: 129
    printf("%d\n", (f ? f : twice)(3)); // expect: 9
    return 0;
}
