// What C23 adds to <math.h>, at the special values of Annex F.
#include <errno.h>
#include <math.h>
#include <stdio.h>
#define P(...)                                                                           \
    do {                                                                                 \
        double _v[] = {__VA_ARGS__};                                                     \
        for (int _i = 0; _i < (int)(sizeof _v / sizeof *_v); _i++)                       \
            printf(isnan(_v[_i]) ? "%snan" : "%s%g", _i ? " " : "", _v[_i]);             \
        puts("");                                                                        \
    } while (0)
#define E(x) (errno = 0, (void)(x), errno)
int main(void) {
    double inf = INFINITY, nan = NAN;
    // Half revolutions: exact where a table would be.
    P(sinpi(0.5), sinpi(1), sinpi(-2), sinpi(1e300), sinpi(1.0 / 6)); // expect: 1 0 -0 0 0.5
    P(cospi(0), cospi(0.5), cospi(1.5), cospi(1), cospi(1.0 / 3));    // expect: 1 0 0 -1 0.5
    P(tanpi(0.25), tanpi(1), tanpi(-1), tanpi(2), tanpi(0.5), tanpi(1.5)); // expect: 1 -0 0 0 inf -inf
    P(sinpi(inf), E(sinpi(inf)) == EDOM, E(tanpi(0.5)) == ERANGE, E(sinpi(nan))); // expect: nan 1 1 0
    P(acospi(1), acospi(-1), asinpi(0.5), atanpi(1), atan2pi(-1, -1), acospi(2)); // expect: 0 1 0.166667 0.25 -0.75 nan
    P(sinpif(0.25f) == sinf(0.78539816f), sinpil(0.5L));              // expect: 1 1
    // Logarithms and exponentials about 1.
    P(exp2m1(3), exp2m1(-inf), exp2m1(1e-20) / 1e-20, exp10m1(2), exp10m1(400)); // expect: 7 -1 0.693147 99 inf
    P(log2p1(7), log10p1(999), logp1(0), log2p1(-1), log2p1(-2), E(exp10m1(400)) == ERANGE); // expect: 3 3 0 -inf nan 1
    printf("%ld %ld %d\n", llogb(1000), llogbf(0.25f), llogb(0) == FP_LLOGB0); // expect: 9 -2 1
    // Powers.
    P(rsqrt(4), rsqrt(-0.0), rsqrt(inf), rsqrt(-1));                  // expect: 0.5 -inf 0 nan
    P(pown(-2, 3), pown(nan, 0), pown(0, -2), pown(-0.0, -3), pown(2, -1074)); // expect: -8 1 inf -inf 4.94066e-324
    P(powr(2, 10), powr(0, 0), powr(1, inf), powr(-1, 2), powr(0, -1), powr(inf, 0)); // expect: 1024 nan nan nan inf nan
    P(rootn(27, 3), rootn(-32, 5), rootn(16, -4), rootn(-1, 2), rootn(-0.0, -3), rootn(5, 0)); // expect: 3 -2 0.5 nan -inf nan
    P(compoundn(0.01, 100), compoundn(-1, 2), compoundn(-1, -2), compoundn(-2, 2), compoundn(nan, 0)); // expect: 2.70481 0 inf nan 1
    P(compoundn(1e-20, 4000000000000000000), compoundn(inf, -1));     // expect: 1.04081 0
    // Rounding.
    P(fromfp(2.5, FP_INT_TONEAREST, 8), fromfp(2.5, FP_INT_TONEARESTFROMZERO, 8), fromfp(2.1, FP_INT_UPWARD, 8)); // expect: 2 3 3
    P(fromfp(-128, FP_INT_TOWARDZERO, 8), fromfp(128, FP_INT_TOWARDZERO, 8), ufromfp(255.9, FP_INT_DOWNWARD, 8)); // expect: -128 nan 255
    P(ufromfp(-0.5, FP_INT_TOWARDZERO, 1), ufromfpx(-1, FP_INT_TOWARDZERO, 8), fromfpx(1, 0, 0)); // expect: -0 nan nan
    P(roundeven(0.5), roundeven(-1.5), roundevenl(2.5L), nextup(0), nextdown(1) < 1, nextup(inf)); // expect: 0 -2 2 4.94066e-324 1 inf
    // The larger and the smaller.
    P(fmaximum(-0.0, 0.0), fminimum(0.0, -0.0), fmaximum(nan, 1), fmaximum_num(nan, 1)); // expect: 0 -0 nan 1
    P(fmaximum_mag(-3, 2), fminimum_mag(-3, 2), fmaximum_mag(-3, 3), fminimum_mag_num(nan, -1)); // expect: -3 2 3 -1
    // Rounded once: 1 + 2^-24 + 2^-54 is above the middle.
    P(fadd(1 + 0x1p-24, 0x1p-60) > 1, (float)((1 + 0x1p-24) + 0x1p-60) > 1, daddl(1, 2), fdiv(1, 0)); // expect: 1 0 3 inf
    P(fmul(1 + 0x1p-30, 1 - 0x1p-30) == 1, fsqrt(2) == sqrtf(2), ffma(2, 3, 4), fsub(1e300, -1e300)); // expect: 1 1 10 inf
    // NaNs, and the order of all numbers.
    double a = -nan, b = 1, c = 0, signalling;
    printf("%d %d %d\n", totalorder(&b, &a), totalorder(&c, &b), setpayload(&a, 42)); // expect: 1 1 0
    printf("%g %g %d\n", getpayload(&a), getpayload(&b), setpayloadsig(&signalling, 7)); // expect: 42 -1 0
    printf("%d %d\n", totalorder(&signalling, &a), canonicalize(&c, &signalling)); // expect: 1 0
    printf("%g %d %d\n", getpayload(&c), iszero(-0.0), issubnormal(1e-310)); // expect: 7 1 1
    printf("%d %d %d\n", iseqsig(1, 1), iseqsig(nan, 1), issubnormal(1.0f)); // expect: 1 0 0
    return 0;
}
