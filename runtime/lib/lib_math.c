// lib_math.c: <math.h> by libm, bit for bit what gcc's programs get. Registers hold float
// values as doubles, so the float functions convert, call libm's float version (whose
// rounding differs from the double one's) and convert back. long double is double: the
// ...l names are further rows of lib.def for the double functions.
//
// errno is the program's, set where glibc sets it. The functions are made by macros, a
// row a function: ninety times the same four lines would hide the five that differ.
#include "lib/lib_core.h"
#include <errno.h>
#include <math.h>
#include <stdatomic.h>

// Around every call: errno as libm leaves it. The fence is for the compiler, which believes
// that sin and cos leave errno alone; for infinity they don't.
#define CALL_LIBM(call, expression)                                                      \
    errno = 0;                                                                           \
    double result = (double)(expression);                                                \
    atomic_signal_fence(memory_order_seq_cst);                                           \
    if (UNLIKELY(errno != 0)) {                                                          \
        lib_errno_set(lib_here(call), errno);                                            \
    }                                                                                    \
    return done_double(call, result)

#define F(i) ((float)call->args[i].f)
#define D(i) (call->args[i].f)

#define MATH1(name)                                                                      \
    NativeResult c_##name(NativeCall *call) {                                            \
        CALL_LIBM(call, name(D(0)));                                                     \
    }                                                                                    \
    NativeResult c_##name##f(NativeCall *call) {                                         \
        CALL_LIBM(call, name##f(F(0)));                                                  \
    }
#define MATH2(name)                                                                      \
    NativeResult c_##name(NativeCall *call) {                                            \
        CALL_LIBM(call, name(D(0), D(1)));                                               \
    }                                                                                    \
    NativeResult c_##name##f(NativeCall *call) {                                         \
        CALL_LIBM(call, name##f(F(0), F(1)));                                            \
    }
#define BESSEL(name)                                                                     \
    NativeResult c_##name(NativeCall *call) {                                            \
        CALL_LIBM(call, name(D(0)));                                                     \
    }

MATH1(acos)
MATH1(asin)
MATH1(atan)
MATH1(cos)
MATH1(sin)
MATH1(tan)
MATH1(acosh)
MATH1(asinh)
MATH1(atanh)
MATH1(cosh)
MATH1(sinh)
MATH1(tanh)
MATH1(exp)
MATH1(exp2)
MATH1(exp10)
MATH1(expm1)
MATH1(log)
MATH1(log10)
MATH1(log1p)
MATH1(log2)
MATH1(logb)
MATH1(cbrt)
MATH1(fabs)
MATH1(sqrt)
MATH1(erf)
MATH1(erfc)
MATH1(lgamma)
MATH1(tgamma)
MATH1(ceil)
MATH1(floor)
MATH1(nearbyint)
MATH1(rint)
MATH1(round)
MATH1(trunc)
MATH2(atan2)
MATH2(hypot)
MATH2(pow)
MATH2(fmod)
MATH2(remainder)
MATH2(copysign)
MATH2(nextafter)
MATH2(fdim)
MATH2(fmax)
MATH2(fmin)
BESSEL(j0)
BESSEL(j1)
BESSEL(y0)
BESSEL(y1)
#undef MATH1
#undef MATH2
#undef BESSEL

// libm's roundeven is newer than some systems: halves to even, whatever the rounding
// mode.
static double round_even(double x) {
    double rounded = round(x);
    bool is_half = fabs(x - trunc(x)) == 0.5;
    return is_half ? copysign(2.0 * round(x / 2.0), x) : rounded;
}

// double roundeven(double x): GNU
NativeResult c_roundeven(NativeCall *call) {
    return done_double(call, round_even(D(0)));
}

NativeResult c_roundevenf(NativeCall *call) {
    return done_double(call, round_even(D(0)));
}

NativeResult c_jn(NativeCall *call) {
    CALL_LIBM(call, jn(arg_int(call, 0), D(1)));
}

NativeResult c_yn(NativeCall *call) {
    CALL_LIBM(call, yn(arg_int(call, 0), D(1)));
}

// double fma(double x, double y, double z): C17 7.12.13
NativeResult c_fma(NativeCall *call) {
    CALL_LIBM(call, fma(D(0), D(1), D(2)));
}

NativeResult c_fmaf(NativeCall *call) {
    CALL_LIBM(call, fmaf(F(0), F(1), F(2)));
}

// The second argument is a long double, here a double: nextafter towards it.
NativeResult c_nexttowardf(NativeCall *call) {
    CALL_LIBM(call, nexttowardf(F(0), (long double)D(1)));
}

static long clamp_exponent(int64_t n) {
    return n > 100000 ? 100000 : n < -100000 ? -100000 : (long)n;
}

// double ldexp(double x, int exponent): C17 7.12.6
NativeResult c_ldexp(NativeCall *call) {
    CALL_LIBM(call, scalbln(D(0), clamp_exponent(call->args[1].i)));
}

NativeResult c_ldexpf(NativeCall *call) {
    CALL_LIBM(call, scalblnf(F(0), clamp_exponent(call->args[1].i)));
}

// ---------------------------------------------------------------- integer results

// int ilogb(double x): C17 7.12.6
NativeResult c_ilogb(NativeCall *call) {
    errno = 0;
    int result = ilogb(D(0));
    if (errno) {
        lib_errno_set(lib_here(call), errno);
    }
    return done_int(call, result);
}

// x rounded by `how` as a long; a value out of range is a fault, as every
// float-to-integer conversion is.
static NativeResult rounded(NativeCall *call, double (*how)(double x), const char *name) {
    double x = how(D(0));
    if (!(x >= -9223372036854775808.0 && x < 9223372036854775808.0)) {
        vm_trap(call->vm, TRAP_FLOAT_RANGE, "%s(%g): the result does not fit in a long",
                name, D(0));
        return NATIVE_TRAP;
    }
    return done_int(call, (int64_t)x);
}

// long lrint(double x): C17 7.12.9
NativeResult c_lrint(NativeCall *call) {
    return rounded(call, rint, "lrint");
}

// long lround(double x): C17 7.12.9
NativeResult c_lround(NativeCall *call) {
    return rounded(call, round, "lround");
}

// ---------------------------------------------------------------- two results

// double frexp(double x, int *exponent): C17 7.12.6
NativeResult c_frexp(NativeCall *call) {
    int exponent = 0;
    double fraction = frexp(D(0), &exponent);
    int *to = native_write(call, 1, sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = exponent;
    return done_double(call, fraction);
}

// double modf(double x, double *whole): C17 7.12.6
NativeResult c_modf(NativeCall *call) {
    double whole = 0, fraction = modf(D(0), &whole);
    double *to = native_write(call, 1, sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = whole;
    return done_double(call, fraction);
}

NativeResult c_modff(NativeCall *call) {
    float whole = 0, fraction = modff(F(0), &whole);
    float *to = native_write(call, 1, sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = whole;
    return done_double(call, (double)fraction);
}

static NativeResult done_remquo(NativeCall *call, double result, int quotient) {
    int *to = native_write(call, 2, sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    *to = quotient;
    return done_double(call, result);
}

// double remquo(double x, double y, int *quotient): C17 7.12.10
NativeResult c_remquo(NativeCall *call) {
    int quotient = 0;
    double result = remquo(D(0), D(1), &quotient);
    return done_remquo(call, result, quotient);
}

NativeResult c_remquof(NativeCall *call) {
    int quotient = 0;
    double result = (double)remquof(F(0), F(1), &quotient);
    return done_remquo(call, result, quotient);
}

// void sincos(double x, double *sine, double *cosine): GNU
NativeResult c_sincos(NativeCall *call) {
    double *sine = native_write(call, 1, sizeof *sine);
    double *cosine = sine ? native_write(call, 2, sizeof *cosine) : NULL;
    if (!cosine) {
        return NATIVE_TRAP;
    }
    *sine = sin(D(0));
    *cosine = cos(D(0));
    return done();
}

// ---------------------------------------------------------------- classes

// int __fpclassify(double x): C17 7.12.3
NativeResult c_fpclassify(NativeCall *call) {
    return done_int(call, fpclassify(D(0)));
}

NativeResult c_fpclassifyf(NativeCall *call) {
    return done_int(call, fpclassify(F(0)));
}

// int isnan(double x): C17 7.12.3
NativeResult c_isnan(NativeCall *call) {
    return done_int(call, isnan(D(0)) != 0);
}

// int isinf(double x): C17 7.12.3
NativeResult c_isinf(NativeCall *call) {
    return done_int(call, isinf(D(0)) ? (D(0) < 0 ? -1 : 1) : 0);
}

// int isfinite(double x): C17 7.12.3
NativeResult c_isfinite(NativeCall *call) {
    return done_int(call, isfinite(D(0)) != 0);
}

// int signbit(double x): C17 7.12.3
NativeResult c_signbit(NativeCall *call) {
    return done_int(call, signbit(D(0)) != 0);
}

// int isgreater(double x, double y): C17 7.12.14
NativeResult c_isgreater(NativeCall *call) {
    return done_int(call, isgreater(D(0), D(1)));
}

// int isgreaterequal(double x, double y): C17 7.12.14
NativeResult c_isgreaterequal(NativeCall *call) {
    return done_int(call, isgreaterequal(D(0), D(1)));
}

// int isless(double x, double y): C17 7.12.14
NativeResult c_isless(NativeCall *call) {
    return done_int(call, isless(D(0), D(1)));
}

// int islessequal(double x, double y): C17 7.12.14
NativeResult c_islessequal(NativeCall *call) {
    return done_int(call, islessequal(D(0), D(1)));
}

// int islessgreater(double x, double y): C17 7.12.14
NativeResult c_islessgreater(NativeCall *call) {
    return done_int(call, islessgreater(D(0), D(1)));
}

// int isunordered(double x, double y): C17 7.12.14
NativeResult c_isunordered(NativeCall *call) {
    return done_int(call, isunordered(D(0), D(1)));
}

// ---------------------------------------------------------------- constants

// double __builtin_inf(void)
NativeResult c_inf(NativeCall *call) {
    return done_double(call, (double)INFINITY);
}

// double nan(const char *tag): C17 7.12.11
NativeResult c_nan(NativeCall *call) {
    uint64_t length = 0;
    const char *tag = native_string(call, 0, &length);
    return tag ? done_double(call, nan(tag)) : NATIVE_TRAP;
}

// float nanf(const char *tag): C17 7.12.11; its tag has fewer bits
NativeResult c_nanf(NativeCall *call) {
    uint64_t length = 0;
    const char *tag = native_string(call, 0, &length);
    return tag ? done_double(call, (double)nanf(tag)) : NATIVE_TRAP;
}
