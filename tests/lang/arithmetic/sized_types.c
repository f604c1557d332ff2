#include <stdint.h>
#include <stdio.h>

int main(void) {
    int8_t a = 127;
    uint8_t b = 255;
    int16_t c = -32768;
    uint16_t d = 65535;
    int64_t e = INT64_MAX;
    uint64_t f = UINT64_MAX;
    a++;
    b += 2;
    c--;
    d <<= 1;
    printf("%d %d %d %d\n", a, b, c, d); // expect: -128 1 32767 65534
    e /= 2;
    f >>= 1;
    printf("%ld %lu\n", e, f); // expect: 4611686018427387903 9223372036854775807
    printf("%d\n", (uint8_t)(b - 5) > 0); // expect: 1
    printf("%d\n", b - 5 > 0); // expect: 0
    printf("%lu\n", (uint64_t)(uint32_t)-1 * 2); // expect: 8589934590
    int8_t arr[3] = {-1, 100, 100};
    printf("%d\n", arr[1] + arr[2]); // expect: 200
    arr[0] = arr[1] + arr[2];
    printf("%d\n", arr[0]); // expect: -56
    return 0;
}
