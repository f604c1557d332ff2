#include <stdio.h>

static unsigned fnv(const char *s) {
    unsigned h = 2166136261u;
    while (*s) {
        h ^= (unsigned char)*s++;
        h *= 16777619u;
    }
    return h;
}
static unsigned long djb(const char *s) {
    unsigned long h = 5381;
    for (; *s; s++)
        h = (h << 5) + h + *s;
    return h;
}
static unsigned crc(const unsigned char *p, int n) {
    unsigned c = ~0u;
    while (n--) {
        c ^= *p++;
        for (int k = 0; k < 8; k++)
            c = c & 1 ? c >> 1 ^ 0xedb88320u : c >> 1;
    }
    return ~c;
}
static unsigned long xorshift(unsigned long *s) {
    *s ^= *s << 13;
    *s ^= *s >> 7;
    return *s ^= *s << 17;
}

int main(void) {
    printf("%u\n", fnv("hello")); // expect: 1335831723
    printf("%lu\n", djb("a longer text that overflows 64 bits")); // expect: 5999915620366569222
    printf("%x\n", crc((const unsigned char *)"123456789", 9)); // expect: cbf43926
    unsigned long s = 88172645463325252UL;
    xorshift(&s);
    printf("%lu\n", xorshift(&s)); // expect: 3040900993826735515
    return 0;
}
