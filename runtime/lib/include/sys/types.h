#ifndef __SYS_TYPES_H
#define __SYS_TYPES_H
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>
typedef unsigned mode_t;
typedef unsigned long dev_t;
typedef unsigned long ino_t;
typedef unsigned long nlink_t;
typedef long blksize_t;
typedef long blkcnt_t;
typedef unsigned int uint;
typedef unsigned char u_char;
typedef unsigned short u_short, ushort;
typedef unsigned int u_int;
typedef unsigned long u_long, ulong;
typedef int8_t __int8_t;
typedef uint8_t u_int8_t;
typedef uint16_t u_int16_t;
typedef uint32_t u_int32_t;
typedef uint64_t u_int64_t;
#endif
