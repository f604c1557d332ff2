// fesetround is in force for what the program computes, and for printf; it used to refuse
// all but FE_TONEAREST.
#include <fenv.h>
int main(void) {
    volatile double one = 1, three = 3, big = 16777217;
    volatile long odd = 9007199254740993;
    printf("%d\n", fegetround() == FE_TONEAREST);          // expect: 1
    printf("%.17g\n", one / three);                        // expect: 0.33333333333333331
    printf("%d\n", fesetround(FE_UPWARD));                 // expect: 0
    printf("%.17g %.17g\n", one / three, -one / three);    // expect: 0.33333333333333338 -0.33333333333333331
    printf("%.17g %.9g\n", (double)odd, (float)big);       // expect: 9007199254740994 16777218
    printf("%g %ld %.1f\n", rint(2.1), lrint(-2.9), 0.25); // expect: 3 -2 0.3
    fenv_t kept;
    fegetenv(&kept);
    fesetround(FE_DOWNWARD);
    printf("%.17g %g %ld %.1f\n", one / three, rint(2.9), lrint(-2.1), 0.25); // expect: 0.33333333333333331 2 -3 0.2
    fesetround(FE_TOWARDZERO);
    printf("%.17g %g\n", -one / three, nearbyint(-2.9));   // expect: -0.33333333333333331 -2
    fesetenv(&kept);
    printf("%d %d\n", fegetround() == FE_UPWARD, fesetround(77) != 0); // expect: 1 1
    fesetenv(FE_DFL_ENV);
    printf("%d %.17g\n", fegetround() == FE_TONEAREST, one / three); // expect: 1 0.33333333333333331
    return 0;
}
