#ifndef __FENV_H
#define __FENV_H
#define FE_INVALID 1
#define FE_DIVBYZERO 4
#define FE_OVERFLOW 8
#define FE_UNDERFLOW 16
#define FE_INEXACT 32
#define FE_ALL_EXCEPT 61
#define FE_TONEAREST 0
#define FE_DOWNWARD 0x400
#define FE_UPWARD 0x800
#define FE_TOWARDZERO 0xc00
#define FE_DFL_ENV ((const fenv_t *)0)
typedef struct {
    int __flags, __rounding;
} fenv_t;
typedef int fexcept_t;
typedef int femode_t;
#define FE_DFL_MODE ((const femode_t *)0)
// The floating-point flags; libc's work.
int feclearexcept(int flags);
int feraiseexcept(int flags);
int fetestexcept(int flags);
// The direction in which results are rounded: FE_TONEAREST, FE_UPWARD, FE_DOWNWARD or FE_TOWARDZERO. It holds for all that
// is computed when the program runs, printf and strtod included; what is constant was rounded to nearest before.
int fegetround(void);
// Sets it; 0: done.
int fesetround(int direction);
// What follows is read by need, without the macros.
enum { __ALL_EXCEPTIONS = 61, __TO_NEAREST = 0 };
static inline int fegetexceptflag(fexcept_t *to, int flags) {
    *to = fetestexcept(flags);
    return 0;
}
static inline int fesetexceptflag(const fexcept_t *from, int flags) {
    feclearexcept(flags);
    return feraiseexcept(*from & flags);
}
// C23: flags without what raising them would do, those that were stored, and the modes: how results are rounded.
static inline int fesetexcept(int flags) {
    return feraiseexcept(flags);
}
static inline int fetestexceptflag(const fexcept_t *stored, int flags) {
    return *stored & flags;
}
static inline int fegetmode(femode_t *to) {
    *to = fegetround();
    return 0;
}
static inline int fesetmode(const femode_t *from) {
    return fesetround(from ? *from : __TO_NEAREST);
}
static inline int fegetenv(fenv_t *to) {
    to->__flags = fetestexcept(__ALL_EXCEPTIONS);
    to->__rounding = fegetround();
    return 0;
}
static inline int fesetenv(const fenv_t *from) {
    feclearexcept(__ALL_EXCEPTIONS);
    fesetround(from ? from->__rounding : __TO_NEAREST);
    return from ? feraiseexcept(from->__flags) : 0;
}
static inline int feholdexcept(fenv_t *to) {
    fegetenv(to);
    return feclearexcept(__ALL_EXCEPTIONS);
}
static inline int feupdateenv(const fenv_t *from) {
    int raised = fetestexcept(__ALL_EXCEPTIONS);
    fesetenv(from);
    return feraiseexcept(raised);
}
#endif
