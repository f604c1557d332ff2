// lib_math_c23.c: what C23 adds to <math.h> (7.12), the special values as Annex F has them.
//
// libm has few of these yet. What is not exact is computed in long double, eleven bits
// more than the result needs, and rounded once: so the results are the nearest ones but
// for rare ties. `settle` says what went wrong, by errno and the flags, as libm's own
// functions do.
//
// Read next: lib_math.c (the functions of C17, and how registers hold floats).
#include "lib/lib_core.h"
#include <errno.h>
#include <fenv.h>
#include <math.h>

#define F(i) ((float)call->args[i].f)
#define D(i) (call->args[i].f)
#define PI   3.14159265358979323846264338327950288L
#define LN2  0.69314718055994530941723212145817657L
#define LN10 2.30258509299404568401799145468436421L

// ---------------------------------------------------------------- results and errors

// The call's result: exact, rounded to its type. a and b are its arguments: a NaN that was
// none of them is a domain error, an infinity out of finite ones a pole or a range error.
static NativeResult settle(NativeCall *call, long double exact, bool is_float, double a,
                           double b) {
    double result = is_float ? (double)(float)exact : (double)exact;
    int code = 0;
    if (isnan(result) && !isnan(a) && !isnan(b)) {
        code = EDOM;
        feraiseexcept(FE_INVALID);
    } else if (isinf(result) && isfinite(a) && isfinite(b)) {
        code = ERANGE;
        feraiseexcept(isinf(exact) ? FE_DIVBYZERO : FE_OVERFLOW);
    } else if (result == 0 && exact != 0) {
        code = ERANGE;
        feraiseexcept(FE_UNDERFLOW);
    }
    if (code != 0) {
        lib_errno_set(lib_here(call), code);
    }
    return done_double(call, result);
}

#define NOT_A_NUMBER ((long double)NAN)
#define INFINITE     ((long double)INFINITY)

// double f(double x), and its float.
#define EXACT1(name)                                                                     \
    NativeResult c_##name(NativeCall *call) {                                            \
        return settle(call, exact_##name(D(0)), false, D(0), 0);                         \
    }                                                                                    \
    NativeResult c_##name##f(NativeCall *call) {                                         \
        return settle(call, exact_##name(D(0)), true, D(0), 0);                          \
    }
// double f(double x, double y).
#define EXACT2(name)                                                                     \
    NativeResult c_##name(NativeCall *call) {                                            \
        return settle(call, exact_##name(D(0), D(1)), false, D(0), D(1));                \
    }                                                                                    \
    NativeResult c_##name##f(NativeCall *call) {                                         \
        return settle(call, exact_##name(D(0), D(1)), true, D(0), D(1));                 \
    }
// double f(double x, long long n).
#define EXACT_N(name)                                                                    \
    NativeResult c_##name(NativeCall *call) {                                            \
        return settle(call, exact_##name(D(0), call->args[1].i), false, D(0), 0);        \
    }                                                                                    \
    NativeResult c_##name##f(NativeCall *call) {                                         \
        return settle(call, exact_##name(D(0), call->args[1].i), true, D(0), 0);         \
    }

// ---------------------------------------------------------------- half revolutions

// x half revolutions, less whole ones: quarter of them (0 to 3) and rest, at most an eighth
// of a revolution to either side. Exact.
static long double reduce(double x, int *quarter) {
    long double r = fmodl(x, 2);
    long double k = roundl(2 * r);
    *quarter = (int)k & 3;
    return PI * (r - k / 2);
}

// C23 7.12.4.13
static long double exact_sinpi(double x) {
    if (!isfinite(x)) {
        return x - x;
    }
    int quarter;
    long double rest = reduce(x, &quarter);
    if (rest == 0 && quarter % 2 == 0) {
        return copysignl(0, x);
    }
    long double value = quarter % 2 == 0 ? sinl(rest) : cosl(rest);
    return quarter >= 2 ? -value : value;
}

// C23 7.12.4.12
static long double exact_cospi(double x) {
    if (!isfinite(x)) {
        return x - x;
    }
    int quarter;
    long double rest = reduce(x, &quarter);
    if (rest == 0 && quarter % 2 == 1) {
        return 0;
    }
    long double value = quarter % 2 == 0 ? cosl(rest) : sinl(rest);
    return quarter == 1 || quarter == 2 ? -value : value;
}

// C23 7.12.4.14
static long double exact_tanpi(double x) {
    if (!isfinite(x)) {
        return x - x;
    }
    int quarter;
    long double rest = reduce(x, &quarter);
    if (rest == 0 && quarter % 2 == 0) {
        return copysignl(0, quarter == 0 ? x : -x);
    }
    if (rest == 0) {
        return quarter == 1 ? INFINITE : -INFINITE;
    }
    return quarter % 2 == 0 ? tanl(rest) : -1 / tanl(rest);
}

// C23 7.12.4.8 to 7.12.4.11
static long double exact_acospi(double x) {
    return acosl(x) / PI;
}

static long double exact_asinpi(double x) {
    return asinl(x) / PI;
}

static long double exact_atanpi(double x) {
    return atanl(x) / PI;
}

static long double exact_atan2pi(double y, double x) {
    return atan2l(y, x) / PI;
}

EXACT1(sinpi)
EXACT1(cospi)
EXACT1(tanpi)
EXACT1(acospi)
EXACT1(asinpi)
EXACT1(atanpi)
EXACT2(atan2pi)

// ---------------------------------------------------------------- exponents, logarithms

// C23 7.12.6.5
static long double exact_exp2m1(double x) {
    return fabs(x) < 1 ? expm1l(x * LN2) : exp2l(x) - 1;
}

// C23 7.12.6.3
static long double exact_exp10m1(double x) {
    return fabs(x) < 0.25 ? expm1l(x * LN10) : exp10l(x) - 1;
}

// C23 7.12.6.16
static long double exact_log2p1(double x) {
    return log1pl(x) / LN2;
}

// C23 7.12.6.13
static long double exact_log10p1(double x) {
    return log1pl(x) / LN10;
}

EXACT1(exp2m1)
EXACT1(exp10m1)
EXACT1(log2p1)
EXACT1(log10p1)

// long long llogb(double x): C23 7.12.6.10
NativeResult c_llogb(NativeCall *call) {
    double x = D(0);
    if (isfinite(x) && x != 0) {
        return done_int(call, ilogb(x));
    }
    feraiseexcept(FE_INVALID);
    lib_errno_set(lib_here(call), EDOM);
    return done_int(call, isinf(x) ? INT64_MAX : INT64_MIN);
}

// ---------------------------------------------------------------- powers

// C23 7.12.7.9, F.10.4.9
static long double exact_rsqrt(double x) {
    return x == 0 ? copysignl(INFINITE, x) : 1 / sqrtl(x);
}

// C23 7.12.7.6, F.10.4.6: x to a whole power.
static long double exact_pown(double x, int64_t n) {
    return powl(x, (long double)n);
}

// C23 7.12.7.7, F.10.4.7: exp(y * log(x)), and nothing where that is nothing.
static long double exact_powr(double x, double y) {
    bool is_nothing = isnan(x) || isnan(y) || x < 0 || (x == 0 && y == 0) ||
                      (isinf(x) && y == 0) || (x == 1 && isinf(y));
    return is_nothing ? NOT_A_NUMBER : powl(fabs(x), y);
}

// C23 7.12.7.8, F.10.4.8: the n-th root. A negative number has those that are odd.
static long double exact_rootn(double x, int64_t n) {
    bool is_odd = n % 2 != 0;
    if (n == 0 || isnan(x) || (x < 0 && !is_odd)) {
        return NOT_A_NUMBER;
    }
    long double size = fabsl(x), root;
    if (n == 1 || n == -1) {
        root = size;
    } else if (n == 2 || n == -2) {
        root = sqrtl(size);
    } else if (n == 3 || n == -3) {
        root = cbrtl(size);
    } else {
        root = powl(size, 1 / fabsl((long double)n));
    }
    root = n < 0 ? 1 / root : root;
    return is_odd ? copysignl(root, x) : root;
}

// C23 7.12.7.2, F.10.4.2: (1 + x) to a whole power. What 1 + x loses comes in by a factor.
static long double exact_compoundn(double x, int64_t n) {
    if (n == 0 && !(x < -1)) {
        return 1;
    }
    if (isnan(x) || x < -1) {
        return NOT_A_NUMBER;
    }
    long double sum = 1 + (long double)x;
    long double lost = isinf(x)      ? 0
                       : fabs(x) < 1 ? (long double)x - (sum - 1)
                                     : 1 - (sum - (long double)x);
    long double power = powl(sum, (long double)n);
    return lost == 0 || power == 0 || isinf(power)
               ? power
               : power * expl((long double)n * (lost / sum));
}

EXACT1(rsqrt)
EXACT_N(pown)
EXACT2(powr)
EXACT_N(rootn)
EXACT_N(compoundn)

// ---------------------------------------------------------------- rounding

// x as a whole number in a direction of C23 7.12.9.10 (FP_INT_UPWARD and so on).
static double round_by(double x, int direction) {
    double whole = trunc(x);
    switch (direction) {
    case 0:
        return ceil(x);
    case 1:
        return floor(x);
    case 2:
        return whole;
    case 3:
        return round(x);
    default:
        return fabs(x - whole) == 0.5 ? copysign(2 * round(x / 2), x) : round(x);
    }
}

// Rounded into an integer of so many bits; it stays a double.
static NativeResult from_fp(NativeCall *call, bool is_signed, bool tells) {
    double x = D(0);
    uint32_t width = (uint32_t)call->args[2].u;
    int bits = width < 2000 ? (int)width : 2000;
    double whole = round_by(x, arg_int(call, 1));
    double above = ldexp(1, is_signed ? bits - 1 : bits);
    double lowest = is_signed ? -above : 0;
    if (!isfinite(x) || bits == 0 || !(whole >= lowest && whole < above)) {
        feraiseexcept(FE_INVALID);
        lib_errno_set(lib_here(call), EDOM);
        return done_double(call, (double)NAN);
    }
    if (tells && whole != x) {
        feraiseexcept(FE_INEXACT);
    }
    return done_double(call, whole);
}

// double fromfp(double x, int direction, unsigned width), and kin: C23 7.12.9.10
NativeResult c_fromfp(NativeCall *call) {
    return from_fp(call, true, false);
}

NativeResult c_ufromfp(NativeCall *call) {
    return from_fp(call, false, false);
}

// C23 7.12.9.11: inexact is told.
NativeResult c_fromfpx(NativeCall *call) {
    return from_fp(call, true, true);
}

NativeResult c_ufromfpx(NativeCall *call) {
    return from_fp(call, false, true);
}

// double nextup(double x): C23 7.12.11.5
NativeResult c_nextup(NativeCall *call) {
    return done_double(call, nextafter(D(0), (double)INFINITY));
}

NativeResult c_nextupf(NativeCall *call) {
    return done_double(call, (double)nextafterf(F(0), INFINITY));
}

// double nextdown(double x): C23 7.12.11.6
NativeResult c_nextdown(NativeCall *call) {
    return done_double(call, nextafter(D(0), -(double)INFINITY));
}

NativeResult c_nextdownf(NativeCall *call) {
    return done_double(call, (double)nextafterf(F(0), -INFINITY));
}

// ---------------------------------------------------------------- the larger, the smaller

// How C23's functions choose; those of C17 leave open which of two zeros.
typedef struct Choice {
    bool smaller;
    bool by_size; // ..._mag: by their size first
    bool skips;   // ..._num: a number before a NaN
} Choice;

// Is a before b on the line, -0 before +0?
static bool is_below(double a, double b) {
    return a < b || (a == b && signbit(a) && !signbit(b));
}

static NativeResult choose(NativeCall *call, Choice how) {
    double a = D(0), b = D(1);
    if (isnan(a) || isnan(b)) {
        bool takes = how.skips && !(isnan(a) && isnan(b));
        return done_double(call, takes ? (isnan(a) ? b : a) : a + b);
    }
    bool by_size = how.by_size && fabs(a) != fabs(b);
    bool a_below = by_size ? fabs(a) < fabs(b) : is_below(a, b);
    return done_double(call, a_below == how.smaller ? a : b);
}

// double fmaximum(double x, double y), and kin: C23 7.12.12.4 to 7.12.12.11
NativeResult c_fmaximum(NativeCall *call) {
    return choose(call, (Choice){0});
}

NativeResult c_fminimum(NativeCall *call) {
    return choose(call, (Choice){.smaller = true});
}

NativeResult c_fmaximum_mag(NativeCall *call) {
    return choose(call, (Choice){.by_size = true});
}

NativeResult c_fminimum_mag(NativeCall *call) {
    return choose(call, (Choice){.smaller = true, .by_size = true});
}

NativeResult c_fmaximum_num(NativeCall *call) {
    return choose(call, (Choice){.skips = true});
}

NativeResult c_fminimum_num(NativeCall *call) {
    return choose(call, (Choice){.smaller = true, .skips = true});
}

NativeResult c_fmaximum_mag_num(NativeCall *call) {
    return choose(call, (Choice){.by_size = true, .skips = true});
}

NativeResult c_fminimum_mag_num(NativeCall *call) {
    return choose(call, (Choice){.smaller = true, .by_size = true, .skips = true});
}

// ---------------------------------------------------------------- into a narrower type

typedef enum Operator { OP_ADD, OP_SUB, OP_MUL, OP_DIV, OP_SQRT, OP_FMA } Operator;

static double compute(Operator op, double a, double b, double c) {
    switch (op) {
    case OP_ADD:
        return a + b;
    case OP_SUB:
        return a - b;
    case OP_MUL:
        return a * b;
    case OP_DIV:
        return a / b;
    case OP_SQRT:
        return sqrt(a);
    case OP_FMA:
        return fma(a, b, c);
    }
    return 0;
}

// float fadd(double x, double y), and kin: C23 7.12.14: rounded once. The double is rounded
// to odd: cut off, its last bit set when that lost something. Then rounding it to a float,
// which has 29 bits less, sees on which side of the middle the result was.
static NativeResult narrow(NativeCall *call, Operator op) {
    uint32_t count = op == OP_SQRT ? 1 : op == OP_FMA ? 3 : 2;
    double a = D(0), b = count > 1 ? D(1) : 0, c = count > 2 ? D(2) : 0;
    fenv_t before;
    feholdexcept(&before);
    fesetround(FE_TOWARDZERO);
    volatile double cut = compute(op, a, b, c);
    bool is_inexact = fetestexcept(FE_INEXACT) != 0;
    feupdateenv(&before);
    double odd = cut;
    uint64_t bits;
    memcpy(&bits, &odd, sizeof bits);
    bits |= is_inexact && isfinite(odd);
    memcpy(&odd, &bits, sizeof odd);
    // A double that overflowed was cut off at the largest one: as a float it is infinite.
    return settle(call, odd, true, a, isnan(c) || isinf(c) ? c : b);
}

NativeResult c_fadd(NativeCall *call) {
    return narrow(call, OP_ADD);
}

NativeResult c_fsub(NativeCall *call) {
    return narrow(call, OP_SUB);
}

NativeResult c_fmul(NativeCall *call) {
    return narrow(call, OP_MUL);
}

NativeResult c_fdiv(NativeCall *call) {
    return narrow(call, OP_DIV);
}

NativeResult c_fsqrt(NativeCall *call) {
    return narrow(call, OP_SQRT);
}

NativeResult c_ffma(NativeCall *call) {
    return narrow(call, OP_FMA);
}

// double daddl(long double x, long double y), and kin: both are doubles here.
static NativeResult same(NativeCall *call, Operator op) {
    uint32_t count = op == OP_SQRT ? 1 : op == OP_FMA ? 3 : 2;
    double b = count > 1 ? D(1) : 0, c = count > 2 ? D(2) : 0;
    return settle(call, compute(op, D(0), b, c), false, D(0),
                  isnan(c) || isinf(c) ? c : b);
}

NativeResult c_daddl(NativeCall *call) {
    return same(call, OP_ADD);
}

NativeResult c_dsubl(NativeCall *call) {
    return same(call, OP_SUB);
}

NativeResult c_dmull(NativeCall *call) {
    return same(call, OP_MUL);
}

NativeResult c_ddivl(NativeCall *call) {
    return same(call, OP_DIV);
}

NativeResult c_dsqrtl(NativeCall *call) {
    return same(call, OP_SQRT);
}

NativeResult c_dfmal(NativeCall *call) {
    return same(call, OP_FMA);
}

// ---------------------------------------------------------------- NaNs and their bits

// A number in the program's memory, by its bits: a NaN that signals is not one any more
// once it has been in a register.
typedef struct Bits {
    uint64_t bits;    // of a double
    uint64_t payload; // of a NaN: its lower fraction bits
    uint64_t quiet;   // the bit that says that it does not signal
    bool is_nan;
} Bits;

enum { DOUBLE_FRACTION = 52, FLOAT_FRACTION = 23 };

// Argument i, which points to a number; false after a trap.
static bool read_bits(NativeCall *call, uint32_t i, bool is_float, Bits *to) {
    const void *from = native_read(call, i, is_float ? sizeof(float) : sizeof(double));
    if (!from) {
        return false;
    }
    int fraction = is_float ? FLOAT_FRACTION : DOUBLE_FRACTION;
    uint64_t bits = 0;
    memcpy(&bits, from, is_float ? sizeof(float) : sizeof(double));
    uint64_t low = bits & (((uint64_t)1 << fraction) - 1);
    uint64_t exponents = is_float ? 0xff : 0x7ff;
    *to = (Bits){.bits = bits,
                 .quiet = (uint64_t)1 << (fraction - 1),
                 .is_nan = ((bits >> fraction) & exponents) == exponents && low != 0};
    to->payload = low & (to->quiet - 1);
    return true;
}

// The place of a number in the order of C23 7.12.17: the bits, with those of negative
// numbers the other way round.
static int64_t place(const Bits *x, bool is_float) {
    uint64_t sign = (uint64_t)1 << (is_float ? 31 : 63);
    int64_t size = (int64_t)(x->bits & (sign - 1));
    return x->bits & sign ? -size - 1 : size;
}

static NativeResult total_order(NativeCall *call, bool is_float, bool by_size) {
    Bits a, b;
    if (!read_bits(call, 0, is_float, &a) || !read_bits(call, 1, is_float, &b)) {
        return NATIVE_TRAP;
    }
    if (by_size) {
        a.bits &= ((uint64_t)1 << (is_float ? 31 : 63)) - 1;
        b.bits &= ((uint64_t)1 << (is_float ? 31 : 63)) - 1;
    }
    return done_int(call, place(&a, is_float) <= place(&b, is_float));
}

// int totalorder(const double *x, const double *y): C23 F.10.12.1
NativeResult c_totalorder(NativeCall *call) {
    return total_order(call, false, false);
}

NativeResult c_totalorderf(NativeCall *call) {
    return total_order(call, true, false);
}

// int totalordermag(const double *x, const double *y): C23 F.10.12.2
NativeResult c_totalordermag(NativeCall *call) {
    return total_order(call, false, true);
}

NativeResult c_totalordermagf(NativeCall *call) {
    return total_order(call, true, true);
}

// double getpayload(const double *x): C23 F.10.13.1
NativeResult c_getpayload(NativeCall *call) {
    Bits x;
    if (!read_bits(call, 0, false, &x)) {
        return NATIVE_TRAP;
    }
    return done_double(call, x.is_nan ? (double)x.payload : -1);
}

NativeResult c_getpayloadf(NativeCall *call) {
    Bits x;
    if (!read_bits(call, 0, true, &x)) {
        return NATIVE_TRAP;
    }
    return done_double(call, x.is_nan ? (double)x.payload : -1);
}

// Stores a number of these bits in argument 0; the result says whether it is the one that
// was asked for.
static NativeResult store_bits(NativeCall *call, bool is_float, uint64_t bits,
                               int result) {
    size_t size_bytes = is_float ? sizeof(float) : sizeof(double);
    void *to = native_write(call, 0, size_bytes);
    if (!to) {
        return NATIVE_TRAP;
    }
    memcpy(to, &bits, size_bytes);
    return done_int(call, result);
}

static NativeResult set_payload(NativeCall *call, bool is_float, bool signals) {
    int fraction = is_float ? FLOAT_FRACTION : DOUBLE_FRACTION;
    uint64_t quiet = (uint64_t)1 << (fraction - 1);
    uint64_t nan_bits = (uint64_t)(is_float ? 0xff : 0x7ff) << fraction;
    double wanted = D(1);
    // A NaN that signals needs a bit: without one it would be infinity.
    if (!(wanted >= (signals ? 1 : 0) && wanted < (double)quiet) ||
        wanted != trunc(wanted)) {
        return store_bits(call, is_float, 0, 1);
    }
    nan_bits |= (uint64_t)wanted | (signals ? 0 : quiet);
    return store_bits(call, is_float, nan_bits, 0);
}

// int setpayload(double *to, double payload): C23 F.10.13.2
NativeResult c_setpayload(NativeCall *call) {
    return set_payload(call, false, false);
}

NativeResult c_setpayloadf(NativeCall *call) {
    return set_payload(call, true, false);
}

// int setpayloadsig(double *to, double payload): C23 F.10.13.3
NativeResult c_setpayloadsig(NativeCall *call) {
    return set_payload(call, false, true);
}

NativeResult c_setpayloadsigf(NativeCall *call) {
    return set_payload(call, true, true);
}

// int canonicalize(double *to, const double *from): C23 7.12.11.7. Every number is
// canonical here; a NaN that signals becomes a quiet one.
static NativeResult canonicalize_bits(NativeCall *call, bool is_float) {
    Bits x;
    if (!read_bits(call, 1, is_float, &x)) {
        return NATIVE_TRAP;
    }
    if (x.is_nan && !(x.bits & x.quiet)) {
        feraiseexcept(FE_INVALID);
    }
    return store_bits(call, is_float, x.is_nan ? x.bits | x.quiet : x.bits, 0);
}

NativeResult c_canonicalize(NativeCall *call) {
    return canonicalize_bits(call, false);
}

NativeResult c_canonicalizef(NativeCall *call) {
    return canonicalize_bits(call, true);
}

// ---------------------------------------------------------------- classes

// int iszero(double x): C23 7.12.3.11
NativeResult c_iszero(NativeCall *call) {
    return done_int(call, D(0) == 0);
}

// int iscanonical(double x): C23 7.12.3.3
NativeResult c_iscanonical(NativeCall *call) {
    return done_int(call, 1);
}

// int issignaling(double x): C23 7.12.3.8
NativeResult c_issignaling(NativeCall *call) {
    uint64_t bits;
    memcpy(&bits, &call->args[0].f, sizeof bits);
    bool is_quiet = (bits >> (DOUBLE_FRACTION - 1)) & 1;
    return done_int(call, isnan(D(0)) && !is_quiet);
}

// int iseqsig(double x, double y): C23 7.12.18.7: as ==, but a NaN is an error.
NativeResult c_iseqsig(NativeCall *call) {
    if (isunordered(D(0), D(1))) {
        feraiseexcept(FE_INVALID);
        lib_errno_set(lib_here(call), EDOM);
    }
    return done_int(call, D(0) == D(1));
}

// double lgamma_r(double x, int *sign): POSIX's reentrant lgamma
NativeResult c_lgamma_r(NativeCall *call) {
    int *sign = native_write(call, 1, sizeof *sign);
    if (!sign) {
        return NATIVE_TRAP;
    }
    errno = 0;
    double result = lgamma_r(D(0), sign);
    if (errno != 0) {
        lib_errno_set(lib_here(call), errno);
    }
    return done_double(call, result);
}
