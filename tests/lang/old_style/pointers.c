// A definition in the old style is compatible with the prototype of its promoted
// parameters, an enum with its integer type (C17 6.7.6.3p15, 6.7.2.2p4).
#include <stdio.h>
enum color { RED, GREEN };
int next(x) int x; { return x + 1; }
double sum(a, c) float a; char c; { return a + c; }
long wide(n, p) long n; char *p; { return n + (p == 0); }
int of_enum(enum color c) { return c; }
int of_unsigned(unsigned c) { return (int)c; }
int main(void) {
    int (*p)(int) = next;
    int (*any)() = next;
    double (*q)(double, int) = sum;
    int (*r)(unsigned) = of_enum;
    int (*s)(enum color) = of_unsigned;
    printf("%d %d %g\n", p(1), any(2), q(1.5, 2));  // expect: 2 3 3.5
    printf("%d %d\n", r(1), s(GREEN));              // expect: 1 1
    printf("%ld\n", wide(41, 0));                   // expect: 42
}
