// C23's lengths by width, and binary numbers read.
#include <stdint.h>
#include <stdio.h>
int main(void) {
    int8_t a = 0;
    uint16_t b = 0;
    int64_t c = 0;
    int_fast16_t d = 0;
    unsigned e = 0, f = 0;
    printf("%w8d %w16x %w32u %w64d %wf16d %wf8d\n", 300, 0x12345, 7u, INT64_MIN, (int_fast16_t)5, 6);
    // expect: 44 2345 7 -9223372036854775808 5 6
    int n = sscanf("-5 65535 -9000000000 7 101 0b11x", "%w8d %w16u %w64d %wf16d %b %b", &a, &b, &c, &d, &e, &f);
    printf("%d: %d %d %ld %ld %u %u\n", n, a, b, c, d, e, f); // expect: 6: -5 65535 -9000000000 7 5 3
    n = sscanf("2", "%b", &e);
    printf("%d\n", n); // expect: 0
    return 0;
}
