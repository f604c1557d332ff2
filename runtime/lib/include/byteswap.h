#ifndef __BYTESWAP_H
#define __BYTESWAP_H
// A number with its bytes in the other order (GNU).
#define bswap_16(x) __builtin_bswap16(x)
#define bswap_32(x) __builtin_bswap32(x)
#define bswap_64(x) __builtin_bswap64(x)
#endif
