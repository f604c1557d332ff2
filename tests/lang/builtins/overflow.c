// Arithmetic that says whether it fitted.
#include <stdio.h>
int main(void) {
    int x;
    long l;
    unsigned char uc;
    unsigned u;
    long long ll;
    unsigned long ul;
    printf("%d ", __builtin_add_overflow(2147483647, 1, &x));
    printf("%d\n", x);
    printf("%d ", __builtin_mul_overflow(1L << 62, 4L, &l));
    printf("%ld\n", l);
    printf("%d ", __builtin_sub_overflow(3, 5, &uc));
    printf("%d\n", uc);
    printf("%d ", __builtin_sadd_overflow(1, 2, &x));
    printf("%d\n", x);
    printf("%d ", __builtin_umul_overflow(1u << 31, 2, &u));
    printf("%u\n", u);
    printf("%d ", __builtin_saddl_overflow(1, 2, &l));
    printf("%ld\n", l);
    printf("%d ", __builtin_smulll_overflow(1LL << 62, 2, &ll));
    printf("%lld\n", ll);
    printf("%d ", __builtin_usubl_overflow(1, 2, &ul));
    printf("%lu\n", ul);
    printf("%d %d\n", __builtin_add_overflow_p(2147483647, 1, 0),
           __builtin_mul_overflow_p(3, 4, (char)0));
    return 0;
}
// expect: 1 -2147483648
// expect: 1 0
// expect: 1 254
// expect: 0 3
// expect: 1 0
// expect: 0 3
// expect: 1 -9223372036854775808
// expect: 1 18446744073709551615
// expect: 1 0
