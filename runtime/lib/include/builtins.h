#ifndef __BUILTINS_H
#define __BUILTINS_H
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
[[cora::op("expect")]] long __builtin_expect(long value, long expected);
[[cora::op("unreachable"), noreturn]] void __builtin_unreachable(void);
// Says that this place is never reached; reaching it is a fault.
[[cora::op("unreachable"), noreturn]] void unreachable(void);
[[cora::op("constant_p")]] int __builtin_constant_p(__T value);
[[noreturn, cora::native("__abort")]] void __builtin_trap(void);
[[noreturn]] void __builtin_abort(void) { abort(); }
int __builtin_popcount(unsigned x), __builtin_parity(unsigned x), __builtin_clz(unsigned x), __builtin_ctz(unsigned x);
[[cora::native("__builtin_popcount")]] int __builtin_popcountl(unsigned long x);
[[cora::native("__builtin_popcount")]] int __builtin_popcountll(unsigned long long x);
[[cora::native("__builtin_parity")]] int __builtin_parityl(unsigned long x);
[[cora::native("__builtin_parity")]] int __builtin_parityll(unsigned long long x);
int __builtin_clzl(unsigned long x);
[[cora::native("__builtin_clzl")]] int __builtin_clzll(unsigned long long x);
[[cora::native("__builtin_ctz")]] int __builtin_ctzl(unsigned long x);
[[cora::native("__builtin_ctz")]] int __builtin_ctzll(unsigned long long x);
[[cora::native("ffs")]] int __builtin_ffs(int x);
[[cora::native("ffs")]] int __builtin_ffsl(long x);
[[cora::native("ffs")]] int __builtin_ffsll(long long x);
unsigned short __builtin_bswap16(unsigned short x);
unsigned __builtin_bswap32(unsigned x);
unsigned long __builtin_bswap64(unsigned long x);
[[cora::native("abs")]] int __builtin_abs(int x);
[[cora::native("labs")]] long __builtin_labs(long x);
[[cora::native("fabs")]] double __builtin_fabs(double x);
[[cora::native("sqrt")]] double __builtin_sqrt(double x);
[[cora::native("isnan")]] int __builtin_isnan(double x);
// Goes back to a place as setjmp and longjmp do; the place is an array of five pointers or more.
[[cora::op("setjmp")]] int __builtin_setjmp(void *place);
[[noreturn, cora::op("longjmp")]] void __builtin_longjmp(void *place, int value);
[[cora::native("memcpy")]] void *__builtin_memcpy(void *to, const void *from, unsigned long n);
[[cora::native("memmove")]] void *__builtin_memmove(void *to, const void *from, unsigned long n);
[[cora::native("memset")]] void *__builtin_memset(void *p, int c, unsigned long n);
[[cora::native("memcmp")]] int __builtin_memcmp(const void *a, const void *b, unsigned long n);
[[cora::native("strlen")]] unsigned long __builtin_strlen(const char *s);
[[cora::native("strcmp")]] int __builtin_strcmp(const char *a, const char *b);
[[cora::native("strcpy")]] char *__builtin_strcpy(char *to, const char *from);
[[cora::native("printf"), cora::format(printf, 1)]] int __builtin_printf(const char *format, ...);
[[cora::native("malloc")]] void *__builtin_malloc(unsigned long size);
[[cora::native("free")]] void __builtin_free(void *p);
// *result = a + b as far as it fits; true when it does not.
bool __builtin_add_overflow(...);
bool __builtin_sub_overflow(...);
bool __builtin_mul_overflow(...);
// The same question without an object: would it overflow the type of `like`?
[[cora::op("overflow_p")]] bool __builtin_add_overflow_p(...);
[[cora::op("overflow_p")]] bool __builtin_sub_overflow_p(...);
[[cora::op("overflow_p")]] bool __builtin_mul_overflow_p(...);
#define __builtin_prefetch(...) ((void)0)
#define __builtin_assume_aligned(p, ...) (p)
// How far the object behind p reaches, as far as the expression says; every access is checked all the same.
[[cora::op("object_size")]] unsigned long __builtin_object_size(const volatile void *p, int kind);
[[cora::op("object_size")]] unsigned long __builtin_dynamic_object_size(const volatile void *p, int kind);
#define __builtin_expect_with_probability(x, c, p) __builtin_expect(x, c)
#define __builtin_sadd_overflow(a, b, r) __builtin_add_overflow((int)(a), (int)(b), r)
#define __builtin_ssub_overflow(a, b, r) __builtin_sub_overflow((int)(a), (int)(b), r)
#define __builtin_smul_overflow(a, b, r) __builtin_mul_overflow((int)(a), (int)(b), r)
#define __builtin_saddl_overflow(a, b, r) __builtin_add_overflow((long)(a), (long)(b), r)
#define __builtin_ssubl_overflow(a, b, r) __builtin_sub_overflow((long)(a), (long)(b), r)
#define __builtin_smull_overflow(a, b, r) __builtin_mul_overflow((long)(a), (long)(b), r)
#define __builtin_saddll_overflow(a, b, r) __builtin_add_overflow((long long)(a), (long long)(b), r)
#define __builtin_ssubll_overflow(a, b, r) __builtin_sub_overflow((long long)(a), (long long)(b), r)
#define __builtin_smulll_overflow(a, b, r) __builtin_mul_overflow((long long)(a), (long long)(b), r)
#define __builtin_uadd_overflow(a, b, r) __builtin_add_overflow((unsigned)(a), (unsigned)(b), r)
#define __builtin_usub_overflow(a, b, r) __builtin_sub_overflow((unsigned)(a), (unsigned)(b), r)
#define __builtin_umul_overflow(a, b, r) __builtin_mul_overflow((unsigned)(a), (unsigned)(b), r)
#define __builtin_uaddl_overflow(a, b, r) __builtin_add_overflow((unsigned long)(a), (unsigned long)(b), r)
#define __builtin_usubl_overflow(a, b, r) __builtin_sub_overflow((unsigned long)(a), (unsigned long)(b), r)
#define __builtin_umull_overflow(a, b, r) __builtin_mul_overflow((unsigned long)(a), (unsigned long)(b), r)
#define __builtin_uaddll_overflow(a, b, r) __builtin_add_overflow((unsigned long long)(a), (unsigned long long)(b), r)
#define __builtin_usubll_overflow(a, b, r) __builtin_sub_overflow((unsigned long long)(a), (unsigned long long)(b), r)
#define __builtin_umulll_overflow(a, b, r) __builtin_mul_overflow((unsigned long long)(a), (unsigned long long)(b), r)
// How many bits behind the sign bit are copies of it.
int __builtin_clrsb(int x) { return __builtin_clz((unsigned)(x < 0 ? ~x : x) << 1 | 1); }
int __builtin_clrsbl(long x) { return __builtin_clzl((unsigned long)(x < 0 ? ~x : x) << 1 | 1); }
int __builtin_clrsbll(long long x) { return __builtin_clzl((unsigned long)(x < 0 ? ~x : x) << 1 | 1); }
// ---- library functions by their builtin names: what they do does not depend on what the program calls its own
[[cora::native("calloc")]] void *__builtin_calloc(unsigned long count, unsigned long size);
[[cora::native("realloc")]] void *__builtin_realloc(void *p, unsigned long size);
[[cora::native("llabs")]] long long __builtin_llabs(long long x);
[[cora::native("strncpy")]] char *__builtin_strncpy(char *to, const char *from, unsigned long n);
[[cora::native("stpcpy")]] char *__builtin_stpcpy(char *to, const char *from);
[[cora::native("stpncpy")]] char *__builtin_stpncpy(char *to, const char *from, unsigned long n);
[[cora::native("strcat")]] char *__builtin_strcat(char *to, const char *from);
[[cora::native("strncat")]] char *__builtin_strncat(char *to, const char *from, unsigned long n);
[[cora::native("strchr")]] char *__builtin_strchr(const char *s, int c);
[[cora::native("strrchr")]] char *__builtin_strrchr(const char *s, int c);
[[cora::native("strstr")]] char *__builtin_strstr(const char *s, const char *part);
[[cora::native("strpbrk")]] char *__builtin_strpbrk(const char *s, const char *set);
[[cora::native("strdup")]] char *__builtin_strdup(const char *s);
[[cora::native("strndup")]] char *__builtin_strndup(const char *s, unsigned long n);
[[cora::native("index")]] char *__builtin_index(const char *s, int c);
[[cora::native("rindex")]] char *__builtin_rindex(const char *s, int c);
[[cora::native("strncmp")]] int __builtin_strncmp(const char *a, const char *b, unsigned long n);
[[cora::native("strcasecmp")]] int __builtin_strcasecmp(const char *a, const char *b);
[[cora::native("strncasecmp")]] int __builtin_strncasecmp(const char *a, const char *b, unsigned long n);
[[cora::native("strspn")]] unsigned long __builtin_strspn(const char *s, const char *set);
[[cora::native("strcspn")]] unsigned long __builtin_strcspn(const char *s, const char *set);
[[cora::native("strnlen")]] unsigned long __builtin_strnlen(const char *s, unsigned long n);
[[cora::native("mempcpy")]] void *__builtin_mempcpy(void *to, const void *from, unsigned long n);
[[cora::native("memchr")]] void *__builtin_memchr(const void *p, int c, unsigned long n);
[[cora::native("bzero")]] void __builtin_bzero(void *p, unsigned long n);
[[cora::native("bcopy")]] void __builtin_bcopy(const void *from, void *to, unsigned long n);
[[cora::native("bcmp")]] int __builtin_bcmp(const void *a, const void *b, unsigned long n);
[[cora::native("puts")]] int __builtin_puts(const char *s);
[[cora::native("putchar")]] int __builtin_putchar(int c);
[[cora::native("isinf")]] int __builtin_isinf_sign(double x);
int __builtin_isinf(double x) { return __builtin_isinf_sign(x) != 0; }
[[cora::native("isfinite")]] int __builtin_isfinite(double x);
[[cora::native("signbit")]] int __builtin_signbit(double x);
[[cora::native("isgreater")]] int __builtin_isgreater(double x, double y);
[[cora::native("isgreaterequal")]] int __builtin_isgreaterequal(double x, double y);
[[cora::native("isless")]] int __builtin_isless(double x, double y);
[[cora::native("islessequal")]] int __builtin_islessequal(double x, double y);
[[cora::native("islessgreater")]] int __builtin_islessgreater(double x, double y);
[[cora::native("isunordered")]] int __builtin_isunordered(double x, double y);
[[cora::native("isfinite")]] int __builtin_finite(double x);
[[cora::native("sprintf"), cora::format(printf, 2)]] int __builtin_sprintf(char *to, const char *format, ...);
[[cora::native("snprintf"), cora::format(printf, 3)]] int __builtin_snprintf(char *to, unsigned long size, const char *format, ...);
[[cora::native("vprintf")]] int __builtin_vprintf(const char *format, va_list list);
[[cora::native("vsprintf")]] int __builtin_vsprintf(char *to, const char *format, va_list list);
[[cora::native("vsnprintf")]] int __builtin_vsnprintf(char *to, unsigned long size, const char *format, va_list list);
[[noreturn]] void __builtin_exit(int status) { exit(status); }
[[noreturn, cora::native("__exit")]] void __builtin__Exit(int status);
[[noreturn, cora::native("__exit")]] void __builtin__exit(int status);
[[cora::native("isalnum")]] int __builtin_isalnum(int c);
[[cora::native("isalpha")]] int __builtin_isalpha(int c);
[[cora::native("isblank")]] int __builtin_isblank(int c);
[[cora::native("iscntrl")]] int __builtin_iscntrl(int c);
[[cora::native("isdigit")]] int __builtin_isdigit(int c);
[[cora::native("isgraph")]] int __builtin_isgraph(int c);
[[cora::native("islower")]] int __builtin_islower(int c);
[[cora::native("isprint")]] int __builtin_isprint(int c);
[[cora::native("ispunct")]] int __builtin_ispunct(int c);
[[cora::native("isspace")]] int __builtin_isspace(int c);
[[cora::native("isupper")]] int __builtin_isupper(int c);
[[cora::native("isxdigit")]] int __builtin_isxdigit(int c);
[[cora::native("tolower")]] int __builtin_tolower(int c);
[[cora::native("toupper")]] int __builtin_toupper(int c);
[[cora::native("acos")]] double __builtin_acos(double x);
[[cora::native("acosf")]] float __builtin_acosf(float x);
[[cora::native("acosl")]] long double __builtin_acosl(long double x);
[[cora::native("asin")]] double __builtin_asin(double x);
[[cora::native("asinf")]] float __builtin_asinf(float x);
[[cora::native("asinl")]] long double __builtin_asinl(long double x);
[[cora::native("atan")]] double __builtin_atan(double x);
[[cora::native("atanf")]] float __builtin_atanf(float x);
[[cora::native("atanl")]] long double __builtin_atanl(long double x);
[[cora::native("cos")]] double __builtin_cos(double x);
[[cora::native("cosf")]] float __builtin_cosf(float x);
[[cora::native("cosl")]] long double __builtin_cosl(long double x);
[[cora::native("sin")]] double __builtin_sin(double x);
[[cora::native("sinf")]] float __builtin_sinf(float x);
[[cora::native("sinl")]] long double __builtin_sinl(long double x);
[[cora::native("tan")]] double __builtin_tan(double x);
[[cora::native("tanf")]] float __builtin_tanf(float x);
[[cora::native("tanl")]] long double __builtin_tanl(long double x);
[[cora::native("cosh")]] double __builtin_cosh(double x);
[[cora::native("coshf")]] float __builtin_coshf(float x);
[[cora::native("coshl")]] long double __builtin_coshl(long double x);
[[cora::native("sinh")]] double __builtin_sinh(double x);
[[cora::native("sinhf")]] float __builtin_sinhf(float x);
[[cora::native("sinhl")]] long double __builtin_sinhl(long double x);
[[cora::native("tanh")]] double __builtin_tanh(double x);
[[cora::native("tanhf")]] float __builtin_tanhf(float x);
[[cora::native("tanhl")]] long double __builtin_tanhl(long double x);
[[cora::native("exp")]] double __builtin_exp(double x);
[[cora::native("expf")]] float __builtin_expf(float x);
[[cora::native("expl")]] long double __builtin_expl(long double x);
[[cora::native("exp2")]] double __builtin_exp2(double x);
[[cora::native("exp2f")]] float __builtin_exp2f(float x);
[[cora::native("exp2l")]] long double __builtin_exp2l(long double x);
[[cora::native("expm1")]] double __builtin_expm1(double x);
[[cora::native("expm1f")]] float __builtin_expm1f(float x);
[[cora::native("expm1l")]] long double __builtin_expm1l(long double x);
[[cora::native("log")]] double __builtin_log(double x);
[[cora::native("logf")]] float __builtin_logf(float x);
[[cora::native("logl")]] long double __builtin_logl(long double x);
[[cora::native("log10")]] double __builtin_log10(double x);
[[cora::native("log10f")]] float __builtin_log10f(float x);
[[cora::native("log10l")]] long double __builtin_log10l(long double x);
[[cora::native("log1p")]] double __builtin_log1p(double x);
[[cora::native("log1pf")]] float __builtin_log1pf(float x);
[[cora::native("log1pl")]] long double __builtin_log1pl(long double x);
[[cora::native("log2")]] double __builtin_log2(double x);
[[cora::native("log2f")]] float __builtin_log2f(float x);
[[cora::native("log2l")]] long double __builtin_log2l(long double x);
[[cora::native("cbrt")]] double __builtin_cbrt(double x);
[[cora::native("cbrtf")]] float __builtin_cbrtf(float x);
[[cora::native("cbrtl")]] long double __builtin_cbrtl(long double x);
[[cora::native("ceil")]] double __builtin_ceil(double x);
[[cora::native("ceilf")]] float __builtin_ceilf(float x);
[[cora::native("ceill")]] long double __builtin_ceill(long double x);
[[cora::native("floor")]] double __builtin_floor(double x);
[[cora::native("floorf")]] float __builtin_floorf(float x);
[[cora::native("floorl")]] long double __builtin_floorl(long double x);
[[cora::native("nearbyint")]] double __builtin_nearbyint(double x);
[[cora::native("nearbyintf")]] float __builtin_nearbyintf(float x);
[[cora::native("nearbyintl")]] long double __builtin_nearbyintl(long double x);
[[cora::native("rint")]] double __builtin_rint(double x);
[[cora::native("rintf")]] float __builtin_rintf(float x);
[[cora::native("rintl")]] long double __builtin_rintl(long double x);
[[cora::native("round")]] double __builtin_round(double x);
[[cora::native("roundf")]] float __builtin_roundf(float x);
[[cora::native("roundl")]] long double __builtin_roundl(long double x);
[[cora::native("trunc")]] double __builtin_trunc(double x);
[[cora::native("truncf")]] float __builtin_truncf(float x);
[[cora::native("truncl")]] long double __builtin_truncl(long double x);
[[cora::native("fabsf")]] float __builtin_fabsf(float x);
[[cora::native("fabsl")]] long double __builtin_fabsl(long double x);
[[cora::native("sqrtf")]] float __builtin_sqrtf(float x);
[[cora::native("sqrtl")]] long double __builtin_sqrtl(long double x);
[[cora::native("atan2")]] double __builtin_atan2(double x, double y);
[[cora::native("atan2f")]] float __builtin_atan2f(float x, float y);
[[cora::native("atan2l")]] long double __builtin_atan2l(long double x, long double y);
[[cora::native("hypot")]] double __builtin_hypot(double x, double y);
[[cora::native("hypotf")]] float __builtin_hypotf(float x, float y);
[[cora::native("hypotl")]] long double __builtin_hypotl(long double x, long double y);
[[cora::native("pow")]] double __builtin_pow(double x, double y);
[[cora::native("powf")]] float __builtin_powf(float x, float y);
[[cora::native("powl")]] long double __builtin_powl(long double x, long double y);
[[cora::native("fmod")]] double __builtin_fmod(double x, double y);
[[cora::native("fmodf")]] float __builtin_fmodf(float x, float y);
[[cora::native("fmodl")]] long double __builtin_fmodl(long double x, long double y);
[[cora::native("remainder")]] double __builtin_remainder(double x, double y);
[[cora::native("remainderf")]] float __builtin_remainderf(float x, float y);
[[cora::native("remainderl")]] long double __builtin_remainderl(long double x, long double y);
[[cora::native("copysign")]] double __builtin_copysign(double x, double y);
[[cora::native("copysignf")]] float __builtin_copysignf(float x, float y);
[[cora::native("copysignl")]] long double __builtin_copysignl(long double x, long double y);
[[cora::native("fdim")]] double __builtin_fdim(double x, double y);
[[cora::native("fdimf")]] float __builtin_fdimf(float x, float y);
[[cora::native("fdiml")]] long double __builtin_fdiml(long double x, long double y);
[[cora::native("fmax")]] double __builtin_fmax(double x, double y);
[[cora::native("fmaxf")]] float __builtin_fmaxf(float x, float y);
[[cora::native("fmaxl")]] long double __builtin_fmaxl(long double x, long double y);
[[cora::native("fmin")]] double __builtin_fmin(double x, double y);
[[cora::native("fminf")]] float __builtin_fminf(float x, float y);
[[cora::native("fminl")]] long double __builtin_fminl(long double x, long double y);
[[cora::native("nextafter")]] double __builtin_nextafter(double x, double y);
[[cora::native("nextafterf")]] float __builtin_nextafterf(float x, float y);
[[cora::native("nextafterl")]] long double __builtin_nextafterl(long double x, long double y);
[[cora::native("lrint")]] long __builtin_lrint(double x);
[[cora::native("lrintf")]] long __builtin_lrintf(float x);
[[cora::native("lround")]] long __builtin_lround(double x);
[[cora::native("lroundf")]] long __builtin_lroundf(float x);
[[cora::native("ldexp")]] double __builtin_ldexp(double x, int n);
[[cora::native("frexp")]] double __builtin_frexp(double x, int *n);
[[cora::native("modf")]] double __builtin_modf(double x, double *whole);
[[cora::native("fma")]] double __builtin_fma(double x, double y, double z);
[[cora::native("fmaf")]] float __builtin_fmaf(float x, float y, float z);
[[cora::native("isnan")]] int __builtin_isnanf(double x);
int __builtin_isinff(float x) { return __builtin_isinf_sign(x) != 0; }
[[cora::native("isnan")]] int __builtin_isnanl(double x);
int __builtin_isinfl(long double x) { return __builtin_isinf_sign(x) != 0; }
#define __builtin_fpclassify(nan, infinite, normal, subnormal, zero, x)                                                      \
    (__builtin_isnan(x) ? (nan) : __builtin_isinf(x) ? (infinite) : (x) == 0 ? (zero)                                      \
     : fpclassify(x) == FP_SUBNORMAL ? (subnormal) : (normal))
#define __builtin_isnormal(x) isnormal(x)
[[cora::native("signbit")]] int __builtin_signbitf(double x);
[[cora::native("signbit")]] int __builtin_signbitl(double x);
double __builtin_powi(double x, int n) { return __builtin_pow(x, n); }
float __builtin_powif(float x, int n) { return (float)__builtin_pow(x, n); }
long double __builtin_powil(long double x, int n) { return __builtin_pow(x, n); }
[[cora::native("isfinite")]] int __builtin_finitef(float x);
[[cora::native("isfinite")]] int __builtin_finitel(long double x);
// No processor's features are to be had.
#define __builtin_cpu_init() ((void)0)
#define __builtin_cpu_supports(feature) ((void)(feature), 0)
#define __builtin_cpu_is(name) ((void)(name), 0)
// No frame is an object of the program, and no code: what can be had is a place on the stack, and something not null.
static const char __some_code[1];
#define __builtin_frame_address(level) ((void)(level), __builtin_alloca(1))
#define __builtin_return_address(level) ((void)(level), (void *)__some_code)
#define __builtin_frob_return_addr(address) (address)
#define __builtin_extract_return_addr(address) (address)
// What kind of value x is, as gcc numbers them: 1 an integer, 5 a pointer, 8 floating, 12 a struct, 13 a union.
[[cora::op("classify_type")]] int __builtin_classify_type(__T value);
#define __builtin_alloca_with_align(size, bits) __builtin_alloca(size)
#define __builtin_alloca_with_align_and_max(size, bits, most) __builtin_alloca(size)
#define __builtin___clear_cache(from, to) ((void)0)
#define __builtin_speculation_safe_value(x, ...) (x)
#define __builtin_LINE() __LINE__
#define __builtin_FILE() __FILE__
#define __builtin_FUNCTION() __func__
// Rounding to an integer in one step.
#define __builtin_iceil(x) ((int)__builtin_ceil(x))
#define __builtin_lceil(x) ((long)__builtin_ceil(x))
#define __builtin_llceil(x) ((long long)__builtin_ceil(x))
#define __builtin_ifloor(x) ((int)__builtin_floor(x))
#define __builtin_lfloor(x) ((long)__builtin_floor(x))
#define __builtin_llfloor(x) ((long long)__builtin_floor(x))
#define __builtin_iceilf(x) ((int)__builtin_ceilf(x))
#define __builtin_lceilf(x) ((long)__builtin_ceilf(x))
#define __builtin_llceilf(x) ((long long)__builtin_ceilf(x))
#define __builtin_ifloorf(x) ((int)__builtin_floorf(x))
#define __builtin_lfloorf(x) ((long)__builtin_floorf(x))
#define __builtin_llfloorf(x) ((long long)__builtin_floorf(x))
#define __builtin_iroundf(x) ((int)__builtin_lroundf(x))
#define __builtin_irintf(x) ((int)__builtin_lrintf(x))
#define __builtin_iround(x) ((int)__builtin_lround(x))
#define __builtin_irint(x) ((int)__builtin_lrint(x))
// What _FORTIFY_SOURCE makes of these functions: the size of the target is given, and known here anyway.
#define __builtin___memcpy_chk(to, from, n, size) __builtin_memcpy(to, from, n)
#define __builtin___mempcpy_chk(to, from, n, size) __builtin_mempcpy(to, from, n)
#define __builtin___memmove_chk(to, from, n, size) __builtin_memmove(to, from, n)
#define __builtin___memset_chk(p, c, n, size) __builtin_memset(p, c, n)
#define __builtin___strcpy_chk(to, from, size) __builtin_strcpy(to, from)
#define __builtin___stpcpy_chk(to, from, size) __builtin_stpcpy(to, from)
#define __builtin___strncpy_chk(to, from, n, size) __builtin_strncpy(to, from, n)
#define __builtin___stpncpy_chk(to, from, n, size) __builtin_stpncpy(to, from, n)
#define __builtin___strcat_chk(to, from, size) __builtin_strcat(to, from)
#define __builtin___strncat_chk(to, from, n, size) __builtin_strncat(to, from, n)
#define __builtin___sprintf_chk(to, flag, size, ...) __builtin_sprintf(to, __VA_ARGS__)
#define __builtin___snprintf_chk(to, n, flag, size, ...) __builtin_snprintf(to, n, __VA_ARGS__)
#define __builtin___vsprintf_chk(to, flag, size, format, list) __builtin_vsprintf(to, format, list)
#define __builtin___vsnprintf_chk(to, n, flag, size, format, list) __builtin_vsnprintf(to, n, format, list)
#define __builtin___printf_chk(flag, ...) __builtin_printf(__VA_ARGS__)
#define __builtin___fprintf_chk(file, flag, ...) __builtin_fprintf(file, __VA_ARGS__)
#define __builtin___vprintf_chk(flag, format, list) __builtin_vprintf(format, list)
#define __builtin___vfprintf_chk(file, flag, format, list) __builtin_vfprintf(file, format, list)
// C23's names for the types of IEC 60559 (H.2.3) that have a type of their own here.
typedef float _Float32;
typedef double _Float64, _Float32x;
#endif
