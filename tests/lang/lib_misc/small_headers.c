#include <stdbit.h>
#include <stdckdint.h>
#include <stdio.h>
#include <fenv.h>
#include <uchar.h>
#include <fcntl.h>
#include <sys/types.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include <wctype.h>
int main(void) {
    printf("%u %u %u\n", stdc_leading_zeros(1u), stdc_leading_zeros((unsigned char)1), stdc_leading_zeros(0ul)); // expect: 31 7 64
    printf("%u %u\n", stdc_trailing_zeros(8u), stdc_trailing_ones(7u)); // expect: 3 3
    printf("%u %u %d\n", stdc_count_ones(255u), stdc_bit_width(255u), stdc_has_single_bit(64u)); // expect: 8 8 1
    printf("%u %u %u\n", stdc_bit_floor(100u), stdc_bit_ceil(100u), stdc_first_trailing_one(12u)); // expect: 64 128 3
    int r;
    printf("%d ", ckd_add(&r, 2147483647, 1));
    printf("%d\n", r); // expect: 1 -2147483648
    printf("%d ", ckd_mul(&r, 1000, 1000));
    printf("%d\n", r); // expect: 0 1000000
    unsigned char c;
    printf("%d ", ckd_add(&c, 200, 100));
    printf("%d\n", c); // expect: 1 44
    unsigned long u;
    printf("%d\n", ckd_sub(&u, 0, 1)); // expect: 1
    printf("%d %d %d\n", __builtin_popcount(255), __builtin_clz(1), __builtin_ctz(8)); // expect: 8 31 3
    printf("%x\n", __builtin_bswap32(0x12345678)); // expect: 78563412
    if (__builtin_expect(r == 1000000, 1))
        puts("expected"); // expect: expected
    feclearexcept(FE_ALL_EXCEPT);
    printf("%d %d\n", fetestexcept(FE_DIVBYZERO), fegetround() == FE_TONEAREST); // expect: 0 1
    char32_t wide;
    printf("%zu ", mbrtoc32(&wide, "\xc3\xa9", 2, NULL));
    printf("%u\n", (unsigned)wide); // expect: 2 233
    struct timeval tv;
    printf("%d\n", gettimeofday(&tv, NULL)); // expect: 0
    struct stat st;
    printf("%d ", stat("/", &st));
    printf("%d\n", S_ISDIR(st.st_mode)); // expect: 0 1
    write(1, "written\n", 8); // expect: written
    return 0;
}
