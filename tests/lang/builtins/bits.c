// Counting bits and swapping bytes.
#include <stdio.h>
int main(void) {
    printf("%d %d %d\n", __builtin_clz(1u), __builtin_ctz(8u), __builtin_popcount(255u));
    printf("%d %d %d\n", __builtin_clzl(1ul), __builtin_ctzl(8ul), __builtin_popcountl(~0ul));
    printf("%d %d %d\n", __builtin_clzll(1ull), __builtin_ctzll(1ull << 40),
           __builtin_popcountll(~0ull));
    printf("%d %d %d\n", __builtin_ffs(0), __builtin_ffsl(16), __builtin_ffsll(1LL << 50));
    printf("%d %d %d\n", __builtin_parity(7), __builtin_parityl(3), __builtin_parityll(1));
    printf("%x %x %lx\n", __builtin_bswap16(0x1234), __builtin_bswap32(0x12345678),
           __builtin_bswap64(0x0102030405060708ul));
    printf("%d %d %d %d\n", __builtin_clrsb(0), __builtin_clrsb(-2), __builtin_clrsbl(1),
           __builtin_clrsbll(-1));
    return 0;
}
// expect: 31 3 8
// expect: 63 3 64
// expect: 63 40 64
// expect: 0 5 51
// expect: 1 0 1
// expect: 3412 78563412 807060504030201
// expect: 31 30 62 63
