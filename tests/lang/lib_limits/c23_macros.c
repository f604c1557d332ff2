// Macros that C23 adds, and errno's of POSIX that few ask for.
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
int main(void) {
    printf("%d %d %d\n", INT_LEAST16_WIDTH, INT_FAST16_WIDTH, SIG_ATOMIC_WIDTH); // expect: 16 64 32
    printf("%" PRIb32 " %#" PRIB64 "\n", 5, UINT64_C(6));                       // expect: 101 0B110
    printf("%d %d\n", DBL_NORM_MAX == DBL_MAX, DBL_IS_IEC_60559);               // expect: 1 2
    printf("%d %d\n", ENODATA, ATOMIC_CHAR16_T_LOCK_FREE);                      // expect: 61 2
    femode_t mode;
    fexcept_t stored;
    fegetmode(&mode);
    fesetround(FE_UPWARD);
    fesetmode(&mode);
    printf("%d\n", fegetround() == FE_TONEAREST);                               // expect: 1
    fesetround(FE_UPWARD);
    fesetmode(FE_DFL_MODE);
    feclearexcept(FE_ALL_EXCEPT);
    fesetexcept(FE_INVALID);
    fegetexceptflag(&stored, FE_ALL_EXCEPT);
    printf("%d %d\n", fegetround() == FE_TONEAREST, fetestexceptflag(&stored, FE_ALL_EXCEPT) == FE_INVALID); // expect: 1 1
    return 0;
}
