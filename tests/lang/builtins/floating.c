// Infinity, NaN and classification; the first two are constants.
#include <stdio.h>
static double inf = __builtin_inf();
static float inff_ = __builtin_inff();
static double huge = -__builtin_huge_val();
int main(void) {
    double nan = __builtin_nan("");
    printf("%f %f %f\n", inf, inff_, huge);
    printf("%d %d %d\n", __builtin_isnan(nan) != 0, __builtin_isinf_sign(-inf),
           __builtin_isfinite(1.0) != 0);
    printf("%d %d\n", __builtin_signbit(-0.0) != 0, __builtin_isunordered(1.0, nan));
    printf("%d %d %d\n", __builtin_isgreater(2.0, 1.0), __builtin_isless(nan, 1.0),
           __builtin_islessequal(1.0, 1.0));
    printf("%f %f %f\n", __builtin_fabs(-1.5), __builtin_sqrt(4.0), __builtin_copysign(1.0, -2.0));
    printf("%d %d %d\n", __builtin_fpclassify(0, 1, 2, 3, 4, nan),
           __builtin_fpclassify(0, 1, 2, 3, 4, 0.0), __builtin_fpclassify(0, 1, 2, 3, 4, 1.0));
    return 0;
}
// expect: inf inf -inf
// expect: 1 -1 1
// expect: 1 1
// expect: 1 0 1
// expect: 1.500000 2.000000 -1.000000
// expect: 0 4 2
