#include <stdio.h>
#include <tgmath.h>
int main(void) {
    float f = 2;
    double d = 2;
    printf("%zu %zu\n", sizeof sqrt(f), sizeof sqrt(d)); // expect: 4 8
    printf("%.9g %.17g\n", sqrt(f), sqrt(d)); // expect: 1.41421354 1.4142135623730951
    printf("%.9g %g\n", pow(f, 0.5f), fabs(-3)); // expect: 1.41421354 3
    printf("%zu %zu %g %g\n", sizeof sinpi(f), sizeof powr(f, d), rootn(8, 3), fmaximum(1, 2.5f)); // expect: 4 8 2 2.5
    return 0;
}
