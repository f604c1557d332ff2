#include <float.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
struct s { char c; double d; int i; };
int main(void) {
    printf("%d %d %d %d\n", CHAR_BIT, SCHAR_MIN, UCHAR_MAX, SHRT_MAX); // expect: 8 -128 255 32767
    printf("%d %d %u\n", INT_MIN, INT_MAX, UINT_MAX); // expect: -2147483648 2147483647 4294967295
    printf("%ld %lu %lld %llu\n", LONG_MIN, ULONG_MAX, LLONG_MIN, ULLONG_MAX); // expect: -9223372036854775808 18446744073709551615 -9223372036854775808 18446744073709551615
    printf("%d %d %g %g\n", FLT_DIG, DBL_DIG, FLT_MAX, DBL_MAX); // expect: 6 15 3.40282e+38 1.79769e+308
    printf("%g %g %g %g\n", FLT_EPSILON, DBL_EPSILON, FLT_MIN, DBL_MIN); // expect: 1.19209e-07 2.22045e-16 1.17549e-38 2.22507e-308
    printf("%zu %zu %zu\n", offsetof(struct s, c), offsetof(struct s, d), offsetof(struct s, i)); // expect: 0 8 16
    printf("%zu %zu %zu\n", sizeof(size_t), sizeof(ptrdiff_t), sizeof(max_align_t)); // expect: 8 8 32
    printf("%d %ld %d\n", INT8_MIN, INT64_MAX, UINT16_MAX); // expect: -128 9223372036854775807 65535
    printf("%d\n", SIZE_MAX == UINT64_MAX); // expect: 1
    return 0;
}
