#ifndef __MATH_H
#define __MATH_H
typedef float float_t;
typedef double double_t;
#define HUGE_VAL (1.0 / 0.0)
#define HUGE_VALF (1.0f / 0.0f)
#define HUGE_VALL (1.0L / 0.0L)
#define INFINITY (1.0f / 0.0f)
#define NAN (-(0.0f / 0.0f))
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#define FP_LLOGB0 (-9223372036854775807L - 1)
#define FP_LLOGBNAN (-9223372036854775807L - 1)
#define FP_INT_UPWARD 0
#define FP_INT_DOWNWARD 1
#define FP_INT_TOWARDZERO 2
#define FP_INT_TONEARESTFROMZERO 3
#define FP_INT_TONEAREST 4
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling 3
#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440
// Macros, because gcc takes them for constants: they may initialise a static variable.
#define __builtin_inf() HUGE_VAL
#define __builtin_inff() HUGE_VALF
#define __builtin_infl() HUGE_VALL
#define __builtin_huge_val() HUGE_VAL
#define __builtin_huge_valf() HUGE_VALF
#define __builtin_huge_vall() HUGE_VALL
// A NaN; the tag, a number as C writes it, says which one.
double __builtin_nan(const char *tag);
float __builtin_nanf(const char *tag);
[[cora::native("__builtin_nan")]] long double __builtin_nanl(const char *tag);
// NaNs that signal are as quiet as the others here.
[[cora::native("__builtin_nan")]] double __builtin_nans(const char *tag);
[[cora::native("__builtin_nanf")]] float __builtin_nansf(const char *tag);
[[cora::native("__builtin_nan")]] long double __builtin_nansl(const char *tag);
// What kind of number x is: FP_NAN, FP_INFINITE, FP_ZERO, FP_SUBNORMAL or FP_NORMAL.
#define fpclassify(x) (sizeof(x) == sizeof(float) ? __fpclassifyf(x) : __fpclassify(x))
#define isnormal(x) (fpclassify(x) == FP_NORMAL)
#define issubnormal(x) (fpclassify(x) == FP_SUBNORMAL)
int __fpclassify(double x), __fpclassifyf(float x);
// Is x not a number?
int isnan(double x);
// Is x infinite? (1, or -1 for minus infinity)
int isinf(double x);
// Is x neither infinite nor NaN?
int isfinite(double x);
[[cora::native("isfinite")]] int finite(double x);
// Is x's sign bit set (also of -0.0 and NaN)?
int signbit(double x);
// x > y without complaint about NaN, and so on.
int isgreater(double x, double y);
int isgreaterequal(double x, double y);
int isless(double x, double y);
int islessequal(double x, double y);
int islessgreater(double x, double y);
int isunordered(double x, double y);
// x == y, but a NaN is an error.
int iseqsig(double x, double y);
// Is x zero, of either sign?
int iszero(double x);
// Is x a NaN that signals?
int issignaling(double x);
// Is x in its one form? Here every number is.
int iscanonical(double x);
// The angle whose cosine is x, in radians.
double acos(double x);
// The angle whose sine is x, in radians.
double asin(double x);
// The angle whose tangent is x, in radians.
double atan(double x);
// The angle of the point (x, y), in radians.
double atan2(double y, double x);
// Cosine of x radians.
double cos(double x);
// Sine of x radians.
double sin(double x);
// Tangent of x radians.
double tan(double x);
// Area hyperbolic cosine.
double acosh(double x);
// Area hyperbolic sine.
double asinh(double x);
// Area hyperbolic tangent.
double atanh(double x);
// Hyperbolic cosine.
double cosh(double x);
// Hyperbolic sine.
double sinh(double x);
// Hyperbolic tangent.
double tanh(double x);
// e to the power x.
double exp(double x);
// 2 to the power x.
double exp2(double x);
// 10 to the power x.
double exp10(double x);
// exp(x) - 1, exact for small x.
double expm1(double x);
// Natural logarithm.
double log(double x);
// Logarithm to base 10.
double log10(double x);
// log(1 + x), exact for small x.
double log1p(double x);
// Logarithm to base 2.
double log2(double x);
// The exponent of x as a double.
double logb(double x);
// The exponent of x as an int.
int ilogb(double x);
// Splits x into a fraction in [0.5, 1) and a power of two.
double frexp(double x, int *exponent);
// x times 2 to the power exponent.
double ldexp(double x, int exponent);
double scalbn(double x, int exponent);
double scalbln(double x, long exponent);
// Splits x into its fraction and its whole part.
double modf(double x, double *whole);
// Cube root.
double cbrt(double x);
// Absolute value.
double fabs(double x);
// Square root of x * x + y * y.
double hypot(double x, double y);
// x to the power y.
double pow(double x, double y);
// Square root.
double sqrt(double x);
// Error function.
double erf(double x);
// 1 - erf(x).
double erfc(double x);
// Logarithm of the absolute value of gamma.
double lgamma(double x);
// Gamma function: tgamma(n + 1) is n!.
double tgamma(double x);
// The next whole number upwards.
double ceil(double x);
// The next whole number downwards.
double floor(double x);
// The whole number nearest to x (halves to even).
double nearbyint(double x);
double rint(double x);
long lrint(double x);
long long llrint(double x);
// The whole number nearest to x (halves away from zero).
double round(double x);
long lround(double x);
long long llround(double x);
double roundeven(double x);
// x without its fraction.
double trunc(double x);
// The remainder of x / y, with x's sign.
double fmod(double x, double y);
// The remainder of x / y when the quotient is rounded to the nearest.
double remainder(double x, double y);
[[cora::native("remainder")]] double drem(double x, double y);
// remainder, and the quotient's low bits.
double remquo(double x, double y, int *quotient);
// x with y's sign.
double copysign(double x, double y);
// A NaN.
double nan(const char *tag);
// The next double after x towards y.
double nextafter(double x, double y);
double nexttoward(double x, long double y);
// x - y if that is positive, else 0.
double fdim(double x, double y);
// The larger of two.
double fmax(double x, double y);
// The smaller of two.
double fmin(double x, double y);
// x * y + z, rounded once.
double fma(double x, double y, double z);
// Sine and cosine at once.
void sincos(double x, double *sine, double *cosine);
// Bessel functions.
double j0(double x), j1(double x), jn(int n, double x), y0(double x), y1(double x), yn(int n, double x);
float acosf(float x), asinf(float x), atanf(float x), atan2f(float y, float x), cosf(float x), sinf(float x),
    tanf(float x), acoshf(float x), asinhf(float x), atanhf(float x), coshf(float x), sinhf(float x), tanhf(float x),
    expf(float x), exp2f(float x), exp10f(float x), expm1f(float x), logf(float x), log10f(float x), log1pf(float x),
    log2f(float x), logbf(float x), frexpf(float x, int *exponent), ldexpf(float x, int exponent),
    scalbnf(float x, int exponent), scalblnf(float x, long exponent), modff(float x, float *whole), cbrtf(float x),
    fabsf(float x), hypotf(float x, float y), powf(float x, float y), sqrtf(float x), erff(float x), erfcf(float x),
    lgammaf(float x), tgammaf(float x), ceilf(float x), floorf(float x), nearbyintf(float x), rintf(float x),
    roundf(float x), roundevenf(float x), truncf(float x), fmodf(float x, float y), remainderf(float x, float y),
    remquof(float x, float y, int *quotient), copysignf(float x, float y), nanf(const char *tag),
    nextafterf(float x, float y), nexttowardf(float x, long double y), fdimf(float x, float y), fmaxf(float x, float y),
    fminf(float x, float y), fmaf(float x, float y, float z);
int ilogbf(float x), ilogbl(long double x);
long lrintf(float x), lrintl(long double x), lroundf(float x), lroundl(long double x);
long long llrintf(float x), llrintl(long double x), llroundf(float x), llroundl(long double x);
long double acosl(long double x), asinl(long double x), atanl(long double x), atan2l(long double y, long double x),
    cosl(long double x), sinl(long double x), tanl(long double x), acoshl(long double x), asinhl(long double x),
    atanhl(long double x), coshl(long double x), sinhl(long double x), tanhl(long double x), expl(long double x),
    exp2l(long double x), expm1l(long double x), logl(long double x), log10l(long double x), log1pl(long double x),
    log2l(long double x), logbl(long double x), frexpl(long double x, int *exponent),
    ldexpl(long double x, int exponent), scalbnl(long double x, int exponent), scalblnl(long double x, long exponent),
    modfl(long double x, long double *whole), cbrtl(long double x), fabsl(long double x),
    hypotl(long double x, long double y), powl(long double x, long double y), sqrtl(long double x),
    erfl(long double x), erfcl(long double x), lgammal(long double x), tgammal(long double x), ceill(long double x),
    floorl(long double x), nearbyintl(long double x), rintl(long double x), roundl(long double x),
    truncl(long double x), fmodl(long double x, long double y), remainderl(long double x, long double y),
    remquol(long double x, long double y, int *quotient), copysignl(long double x, long double y),
    nanl(const char *tag), nextafterl(long double x, long double y), nexttowardl(long double x, long double y),
    fdiml(long double x, long double y), fmaxl(long double x, long double y), fminl(long double x, long double y),
    fmal(long double x, long double y, long double z);
// ---- of C23
// sin(pi x) and kin: exact at the quarters of a revolution.
double sinpi(double x), cospi(double x), tanpi(double x);
// asin(x) / pi and kin: the angle in half revolutions.
double asinpi(double x), acospi(double x), atanpi(double x), atan2pi(double y, double x);
// 2 to the power x, less 1, exact for small x; 10 to the power x, less 1.
double exp2m1(double x), exp10m1(double x);
// The logarithm of 1 + x, exact for small x: natural, to base 2, to base 10.
double logp1(double x), log2p1(double x), log10p1(double x);
// The exponent of x as a long.
long llogb(double x);
// 1 / sqrt(x).
double rsqrt(double x);
// x to a whole power.
double pown(double x, long long n);
// x to the power y, for x that are not negative.
double powr(double x, double y);
// The n-th root of x.
double rootn(double x, long long n);
// (1 + x) to a whole power: interest on interest.
double compoundn(double x, long long n);
// x rounded in a direction (FP_INT_UPWARD, FP_INT_DOWNWARD, FP_INT_TOWARDZERO, FP_INT_TONEARESTFROMZERO, FP_INT_TONEAREST)
// to an integer of so many bits, signed or unsigned; NaN when it does not fit. fromfpx and ufromfpx raise "inexact".
double fromfp(double x, int direction, unsigned width), ufromfp(double x, int direction, unsigned width);
double fromfpx(double x, int direction, unsigned width), ufromfpx(double x, int direction, unsigned width);
// The next double above, below x.
double nextup(double x), nextdown(double x);
// The larger, the smaller of two: NaN if one is, -0 below +0. _mag: by their size; _num: a number before a NaN.
double fmaximum(double x, double y), fminimum(double x, double y);
double fmaximum_mag(double x, double y), fminimum_mag(double x, double y);
double fmaximum_num(double x, double y), fminimum_num(double x, double y);
double fmaximum_mag_num(double x, double y), fminimum_mag_num(double x, double y);
// Computed and rounded once, to a narrower type.
float fadd(double x, double y), fsub(double x, double y), fmul(double x, double y), fdiv(double x, double y),
    fsqrt(double x), ffma(double x, double y, double z);
float faddl(long double x, long double y), fsubl(long double x, long double y), fmull(long double x, long double y),
    fdivl(long double x, long double y), fsqrtl(long double x), ffmal(long double x, long double y, long double z);
double daddl(long double x, long double y), dsubl(long double x, long double y), dmull(long double x, long double y),
    ddivl(long double x, long double y), dsqrtl(long double x), dfmal(long double x, long double y, long double z);
// Is *x before *y or equal in the order of all numbers and NaNs? _mag: without their signs.
int totalorder(const double *x, const double *y), totalordermag(const double *x, const double *y);
// A NaN's number; -1: it is none. setpayload makes a NaN, setpayloadsig one that signals; 0: it did.
double getpayload(const double *x);
int setpayload(double *to, double payload), setpayloadsig(double *to, double payload);
// *from in its one form.
int canonicalize(double *to, const double *from);
// lgamma, and the sign of gamma.
double lgamma_r(double x, int *sign);
long llogbf(float x), llogbl(long double x);
float sinpif(float x), cospif(float x), tanpif(float x), asinpif(float x), acospif(float x), atanpif(float x),
    exp2m1f(float x), exp10m1f(float x), logp1f(float x), log2p1f(float x), log10p1f(float x), rsqrtf(float x),
    nextupf(float x), nextdownf(float x), atan2pif(float y, float x), pownf(float x, long long n),
    rootnf(float x, long long n), compoundnf(float x, long long n), powrf(float x, float y),
    fmaximumf(float x, float y), fminimumf(float x, float y), fmaximum_magf(float x, float y),
    fminimum_magf(float x, float y), fmaximum_numf(float x, float y), fminimum_numf(float x, float y),
    fmaximum_mag_numf(float x, float y), fminimum_mag_numf(float x, float y),
    fromfpf(float x, int direction, unsigned width), ufromfpf(float x, int direction, unsigned width),
    fromfpxf(float x, int direction, unsigned width), ufromfpxf(float x, int direction, unsigned width),
    getpayloadf(const float *x);
int totalorderf(const float *x, const float *y), totalordermagf(const float *x, const float *y);
int setpayloadf(float *to, float payload), setpayloadsigf(float *to, float payload), canonicalizef(float *to, const float *from);
long double sinpil(long double x), cospil(long double x), tanpil(long double x), asinpil(long double x),
    acospil(long double x), atanpil(long double x), exp2m1l(long double x), exp10m1l(long double x),
    logp1l(long double x), log2p1l(long double x), log10p1l(long double x), rsqrtl(long double x),
    nextupl(long double x), nextdownl(long double x), atan2pil(long double y, long double x),
    pownl(long double x, long long n), rootnl(long double x, long long n), compoundnl(long double x, long long n),
    powrl(long double x, long double y), fmaximuml(long double x, long double y),
    fminimuml(long double x, long double y), fmaximum_magl(long double x, long double y),
    fminimum_magl(long double x, long double y), fmaximum_numl(long double x, long double y),
    fminimum_numl(long double x, long double y), fmaximum_mag_numl(long double x, long double y),
    fminimum_mag_numl(long double x, long double y), fromfpl(long double x, int direction, unsigned width),
    ufromfpl(long double x, int direction, unsigned width), fromfpxl(long double x, int direction, unsigned width),
    ufromfpxl(long double x, int direction, unsigned width), getpayloadl(const long double *x), exp10l(long double x),
    roundevenl(long double x);
int totalorderl(const long double *x, const long double *y), totalordermagl(const long double *x, const long double *y);
int setpayloadl(long double *to, long double payload), setpayloadsigl(long double *to, long double payload), canonicalizel(long double *to, const long double *from);
#endif
