// Headers of Unix that hold little but macros.
#include <byteswap.h>
#include <endian.h>
#include <stdio.h>
#include <string.h>
#include <sys/param.h>
#include <sys/times.h>
#include <unistd.h>
#if BYTE_ORDER != LITTLE_ENDIAN || __BYTE_ORDER != __LITTLE_ENDIAN || __WORDSIZE != 64
#error not this machine
#endif
int main(void) {
    unsigned char bytes[4];
    unsigned int n = htobe32(0x01020304);
    memcpy(bytes, &n, sizeof n);
    printf("%d %d %x\n", bytes[0], bytes[3], be32toh(n));                      // expect: 1 4 1020304
    printf("%x %lx %x\n", bswap_16(0x102), bswap_64(2), (unsigned)le16toh(0x12345)); // expect: 201 200000000000000 2345
    printf("%d %d %d %d\n", MIN(2, 3), MAX(2, 3), howmany(17, 8), roundup(17, 8)); // expect: 2 3 3 24
    unsigned char bits[2] = {0};
    setbit(bits, 9);
    printf("%d %d\n", !!isset(bits, 9), powerof2(48)); // expect: 1 0
    struct tms used;
    clock_t from = times(&used);
    printf("%d %d\n", times(&used) - from < sysconf(_SC_CLK_TCK), used.tms_stime == 0); // expect: 1 1
}
