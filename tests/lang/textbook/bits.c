// Bits, unions, enums, shifts.
#include <stdint.h>
#include <stdio.h>

enum flags { READ = 1 << 0, WRITE = 1 << 1, EXEC = 1 << 2 };

union number {
    uint32_t word;
    uint8_t bytes[4];
};

static int bitcount(unsigned x) {
    int b;
    for (b = 0; x != 0; x &= x - 1)
        b++;
    return b;
}

static unsigned getbits(unsigned x, int p, int n) {
    return (x >> (p + 1 - n)) & ~(~0u << n);
}

int main(void) {
    unsigned mode = READ | EXEC;
    printf("%s%s%s\n", mode & READ ? "r" : "-", mode & WRITE ? "w" : "-", mode & EXEC ? "x" : "-");
    mode ^= WRITE;
    mode &= ~(unsigned)READ;
    printf("%u\n", mode);
    printf("%d %d\n", bitcount(0xff), bitcount(0x12345678u));
    printf("%u\n", getbits(0xabcdu, 7, 4));
    union number n = {.word = 0x01020304};
    printf("%d %d %d %d\n", n.bytes[0], n.bytes[1], n.bytes[2], n.bytes[3]);
    int8_t small = (int8_t)200;
    uint8_t wrapped = (uint8_t)300;
    printf("%d %d %d\n", small, wrapped, -17 >> 2);
    printf("%x %o %X\n", 255u, 255u, 48879u);
    unsigned u = 0;
    u--;
    printf("%u %lu\n", u, (unsigned long)-1);
    return 0;
}

// expect: r-x
// expect: 6
// expect: 8 13
// expect: 12
// expect: 4 3 2 1
// expect: -56 44 -5
// expect: ff 377 BEEF
// expect: 4294967295 18446744073709551615
