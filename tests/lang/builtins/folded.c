// Calls that are constants: in enumerators, array lengths, labels and static initialisers.
#include <stdio.h>
enum {
    LENGTH = __builtin_strlen("abc\0def"),
    SAME = __builtin_strcmp("a", "a"),
    LESS = __builtin_strncmp("abc", "abd", 3),
    AS_FAR = __builtin_memcmp("abc", "abd", 2)
};
static int too_much = __builtin_add_overflow_p(0x7fffffff, 1, 0);
char two[__builtin_mul_overflow_p(200, 2, (unsigned char)0) ? 2 : 1];
_Static_assert(!__builtin_sub_overflow_p(0u, 1u, 0L), "-1 fits");
struct {
    int small : 3;
} s;
static int nan_is = __builtin_isnan(__builtin_nan("")), infinite = __builtin_isinf(-__builtin_inf()),
           sign = __builtin_isinf_sign(-__builtin_inf()), order = __builtin_isgreater(2.0, 1.0);
static union {
    double d;
    unsigned long bits;
} tagged = {__builtin_nan("0x5")};
static float nan_f = __builtin_nanf("");
int main(void) {
    printf("%d %d %d %d\n", LENGTH, SAME, LESS, AS_FAR);         // expect: 3 0 -1 0
    printf("%d %zu\n", too_much, sizeof two);                    // expect: 1 2
    printf("%d %d\n", __builtin_add_overflow_p(3, 1, s.small),   // expect: 1 0
           __builtin_add_overflow_p(2, 1, s.small));
    int n = 1000;
    printf("%d %d\n", __builtin_mul_overflow_p(n, n, (short)0),  // expect: 1 0
           __builtin_mul_overflow_p(n, n, n));
    printf("%d %d %d %d\n", nan_is, infinite, sign, order);      // expect: 1 1 -1 1
    printf("%lx %d\n", tagged.bits, nan_f != nan_f);             // expect: 7ff8000000000005 1
    switch (n - 997) {
    case __builtin_strlen("abc"):
        puts("three"); // expect: three
    }
    _Bool b;
    int lost = __builtin_add_overflow(1, 1, &b);
    printf("%d %d\n", lost, b); // expect: 1 0
}
