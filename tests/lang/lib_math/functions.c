#include <errno.h>
#include <math.h>
#include <stdio.h>
int main(void) {
    printf("%.15g %.15g %.15g\n", sin(1), cos(1), tan(1)); // expect: 0.841470984807897 0.54030230586814 1.5574077246549
    printf("%.15g %.15g %.15g %.15g\n", asin(0.5), acos(0.5), atan(0.5), atan2(-1, -1)); // expect: 0.523598775598299 1.0471975511966 0.463647609000806 -2.35619449019234
    printf("%.15g %.15g %.15g\n", sinh(1), cosh(1), tanh(1)); // expect: 1.1752011936438 1.54308063481524 0.761594155955765
    printf("%.15g %.15g %.15g %.15g\n", exp(1), exp2(0.5), expm1(1e-5), pow(2, 0.5)); // expect: 2.71828182845905 1.4142135623731 1.00000500001667e-05 1.4142135623731
    printf("%.15g %.15g %.15g %.15g\n", log(10), log10(1000), log2(10), log1p(1e-5)); // expect: 2.30258509299405 3 3.32192809488736 9.99995000033333e-06
    printf("%g %g %g %g\n", floor(-2.5), ceil(-2.5), trunc(-2.5), round(-2.5)); // expect: -3 -2 -2 -3
    printf("%g %g %ld %ld\n", rint(2.5), nearbyint(3.5), lround(2.5), lrint(2.5)); // expect: 2 4 3 2
    printf("%g %g %g\n", fmod(7, 3), fmod(-7, 3), remainder(7, 4)); // expect: 1 -1 -1
    printf("%g %g %g %g\n", sqrt(2), cbrt(27), hypot(3, 4), fabs(-1.5)); // expect: 1.41421 3 5 1.5
    printf("%g %g %g %g\n", fmax(1, 2), fmin(1, 2), fdim(5, 3), fma(2, 3, 4)); // expect: 2 1 2 10
    int e;
    double whole;
    printf("%g ", frexp(40, &e));
    printf("%d %g\n", e, ldexp(0.625, 6)); // expect: 0.625 6 40
    printf("%g ", modf(-3.75, &whole));
    printf("%g\n", whole); // expect: -0.75 -3
    printf("%g %g %.10g\n", tgamma(5), lgamma(10), erf(0.5)); // expect: 24 12.8018 0.5204998778
    printf("%d %d %d\n", isnan(NAN) != 0, isinf(-INFINITY) != 0, isfinite(1.0) != 0); // expect: 1 1 1
    printf("%d %d\n", signbit(-0.0) != 0, fpclassify(0.0) == FP_ZERO); // expect: 1 1
    printf("%g %g\n", copysign(1, -0.0), nextafter(1, 2) - 1); // expect: -1 2.22045e-16
    printf("%.9g %.9g %.9g\n", sinf(1), sqrtf(2), powf(2, 0.5f)); // expect: 0.841470957 1.41421354 1.41421354
    errno = 0;
    printf("%g\n", log(0)); // expect: -inf
    printf("%d\n", errno == ERANGE); // expect: 1
    errno = 0;
    double bad = sqrt(-1);
    printf("%d %d\n", isnan(bad) != 0, errno == EDOM); // expect: 1 1
    printf("%d %d\n", ilogb(1000), (int)logb(0.1)); // expect: 9 -4
    printf("%.6f\n", M_PI); // expect: 3.141593
    return 0;
}
