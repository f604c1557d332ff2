#include <stdio.h>
int main(void) {
    printf("%d %d %d %d\n", 1'000'000, 0b1010, 0x1F, 017); // expect: 1000000 10 31 15
    printf("%lu %ld\n", 18446744073709551615u, 9223372036854775807); // expect: 18446744073709551615 9223372036854775807
    printf("%g %g %g %g\n", 0x1p4, .5, 1e3, 1.5f); // expect: 16 0.5 1000 1.5
    printf("%zu %zu %zu %zu\n", sizeof 1, sizeof 1L, sizeof 4294967296, sizeof 1.0f); // expect: 4 8 8 4
    printf("%zu %zu\n", sizeof 0xffffffff, sizeof 2147483648); // expect: 4 8
    printf("%.17g\n", 0.1f + 0.0); // expect: 0.10000000149011612
}
