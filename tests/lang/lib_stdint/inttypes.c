#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
int main(void) {
    int64_t a = -5;
    uint32_t b = 7;
    uint8_t c = 200;
    printf("%" PRId64 " %" PRIu32 " %" PRIx8 "\n", a, b, c); // expect: -5 7 c8
    printf("%" PRIi16 " %08" PRIX32 "\n", (int16_t)-3, 0xabcu); // expect: -3 00000ABC
    int64_t back;
    sscanf("-77", "%" SCNd64, &back);
    printf("%" PRIdMAX "\n", (intmax_t)back); // expect: -77
    printf("%jd\n", imaxabs(-9)); // expect: 9
    printf("%lu\n", UINT64_C(18446744073709551615)); // expect: 18446744073709551615
    bool yes = true;
    printf("%d %zu\n", yes, sizeof(bool)); // expect: 1 1
    imaxdiv_t q = imaxdiv(17, 5);
    printf("%jd %jd\n", q.quot, q.rem); // expect: 3 2
    return 0;
}
