#include <math.h>
#include <stdio.h>

int main(void) {
    double zero = 0, inf = 1 / zero;
    printf("%f %f\n", inf, -inf);
    printf("%d\n", inf > 1e308);
    printf("%f\n", -zero);
    printf("%d\n", zero == -zero);
    printf("%f\n", 1 / -zero);
    printf("%d %d\n", isnan(inf - inf), isinf(inf));
    printf("%g %g\n", fmod(7.5, 2), sqrt(2));
    printf("%g\n", floor(-2.5) + ceil(2.5));
    double neg = -1.5;
    printf("%g %g\n", -neg, +neg);
    if (zero) printf("true\n"); else printf("false\n");
    if (inf - inf) printf("true\n"); else printf("false\n");
    printf("%d\n", zero || neg);
    printf("%g\n", 1e-320);
    return 0;
}
// expect: inf -inf
// expect: 1
// expect: -0.000000
// expect: 1
// expect: -inf
// expect: 1 1
// expect: 1.5 1.41421
// expect: 0
// expect: 1.5 -1.5
// expect: false
// expect: true
// expect: 1
// expect: 9.99989e-321
