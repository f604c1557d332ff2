// Floating point, printed as C prints it.
#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void) {
    for (int fahr = 0; fahr <= 100; fahr += 50)
        printf("%3d %6.1f\n", fahr, (5.0 / 9.0) * (fahr - 32));
    float f = 0.1f;
    double d = 0.1;
    printf("%.10f %.20f %d\n", f, d, f == d);
    printf("%e %g %g %g\n", 12345.678, 1e-5, 100000.0, 1e6);
    printf("%f %f %f\n", sin(1.0), pow(2, 0.5), floor(-2.5));
    printf("%d %d %d\n", (int)3.99, (int)-3.99, (int)lround(2.5));
    printf("%f %f %d\n", INFINITY, -INFINITY, isnan(NAN) != 0);
    printf("%.17g %.9g\n", DBL_MAX, FLT_MIN);
    printf("%a\n", 1.0);
    double sum = 0;
    for (int i = 0; i < 10; i++)
        sum += 0.1;
    printf("%.17g %d\n", sum, sum == 1.0);
    printf("%d %g\n", 7 / 2, 7 / 2.0);
    return 0;
}

// expect:   0  -17.8
// expect:  50   10.0
// expect: 100   37.8
// expect: 0.1000000015 0.10000000000000000555 0
// expect: 1.234568e+04 1e-05 100000 1e+06
// expect: 0.841471 1.414214 -3.000000
// expect: 3 -3 3
// expect: inf -inf 1
// expect: 1.7976931348623157e+308 1.17549435e-38
// expect: 0x1p+0
// expect: 0.99999999999999989 0
// expect: 3 3.5
