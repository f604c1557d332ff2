#ifndef __STDBIT_H
#define __STDBIT_H
#include <stdint.h>
#define __STDC_VERSION_STDBIT_H__ 202311L
#define __STDC_ENDIAN_LITTLE__ 1234
#define __STDC_ENDIAN_BIG__ 4321
#define __STDC_ENDIAN_NATIVE__ 1234
unsigned __bits_ones(unsigned long long x), __bits_leading(unsigned long long x, unsigned width),
    __bits_trailing(unsigned long long x, unsigned width);
static inline unsigned stdc_leading_zeros_uc(unsigned char x) {
    return __bits_leading(x, 8);
}
static inline unsigned stdc_leading_zeros_us(unsigned short x) {
    return __bits_leading(x, 16);
}
static inline unsigned stdc_leading_zeros_ui(unsigned int x) {
    return __bits_leading(x, 32);
}
static inline unsigned stdc_leading_zeros_ul(unsigned long x) {
    return __bits_leading(x, 64);
}
static inline unsigned stdc_leading_zeros_ull(unsigned long long x) {
    return __bits_leading(x, 64);
}
#define stdc_leading_zeros(x) _Generic((x), unsigned char: stdc_leading_zeros_uc, unsigned short: stdc_leading_zeros_us, unsigned int: stdc_leading_zeros_ui, unsigned long: stdc_leading_zeros_ul, unsigned long long: stdc_leading_zeros_ull, int: stdc_leading_zeros_ui, long: stdc_leading_zeros_ul, signed char: stdc_leading_zeros_uc, short: stdc_leading_zeros_us, char: stdc_leading_zeros_uc)(x)
static inline unsigned stdc_leading_ones_uc(unsigned char x) {
    return __bits_leading((~x & 0xffu), 8);
}
static inline unsigned stdc_leading_ones_us(unsigned short x) {
    return __bits_leading((~x & 0xffffu), 16);
}
static inline unsigned stdc_leading_ones_ui(unsigned int x) {
    return __bits_leading((~x & 0xffffffffu), 32);
}
static inline unsigned stdc_leading_ones_ul(unsigned long x) {
    return __bits_leading((~x & 0xffffffffffffffffull), 64);
}
static inline unsigned stdc_leading_ones_ull(unsigned long long x) {
    return __bits_leading((~x & 0xffffffffffffffffull), 64);
}
#define stdc_leading_ones(x) _Generic((x), unsigned char: stdc_leading_ones_uc, unsigned short: stdc_leading_ones_us, unsigned int: stdc_leading_ones_ui, unsigned long: stdc_leading_ones_ul, unsigned long long: stdc_leading_ones_ull, int: stdc_leading_ones_ui, long: stdc_leading_ones_ul, signed char: stdc_leading_ones_uc, short: stdc_leading_ones_us, char: stdc_leading_ones_uc)(x)
static inline unsigned stdc_trailing_zeros_uc(unsigned char x) {
    return __bits_trailing(x, 8);
}
static inline unsigned stdc_trailing_zeros_us(unsigned short x) {
    return __bits_trailing(x, 16);
}
static inline unsigned stdc_trailing_zeros_ui(unsigned int x) {
    return __bits_trailing(x, 32);
}
static inline unsigned stdc_trailing_zeros_ul(unsigned long x) {
    return __bits_trailing(x, 64);
}
static inline unsigned stdc_trailing_zeros_ull(unsigned long long x) {
    return __bits_trailing(x, 64);
}
#define stdc_trailing_zeros(x) _Generic((x), unsigned char: stdc_trailing_zeros_uc, unsigned short: stdc_trailing_zeros_us, unsigned int: stdc_trailing_zeros_ui, unsigned long: stdc_trailing_zeros_ul, unsigned long long: stdc_trailing_zeros_ull, int: stdc_trailing_zeros_ui, long: stdc_trailing_zeros_ul, signed char: stdc_trailing_zeros_uc, short: stdc_trailing_zeros_us, char: stdc_trailing_zeros_uc)(x)
static inline unsigned stdc_trailing_ones_uc(unsigned char x) {
    return __bits_trailing((~x & 0xffu), 8);
}
static inline unsigned stdc_trailing_ones_us(unsigned short x) {
    return __bits_trailing((~x & 0xffffu), 16);
}
static inline unsigned stdc_trailing_ones_ui(unsigned int x) {
    return __bits_trailing((~x & 0xffffffffu), 32);
}
static inline unsigned stdc_trailing_ones_ul(unsigned long x) {
    return __bits_trailing((~x & 0xffffffffffffffffull), 64);
}
static inline unsigned stdc_trailing_ones_ull(unsigned long long x) {
    return __bits_trailing((~x & 0xffffffffffffffffull), 64);
}
#define stdc_trailing_ones(x) _Generic((x), unsigned char: stdc_trailing_ones_uc, unsigned short: stdc_trailing_ones_us, unsigned int: stdc_trailing_ones_ui, unsigned long: stdc_trailing_ones_ul, unsigned long long: stdc_trailing_ones_ull, int: stdc_trailing_ones_ui, long: stdc_trailing_ones_ul, signed char: stdc_trailing_ones_uc, short: stdc_trailing_ones_us, char: stdc_trailing_ones_uc)(x)
static inline unsigned stdc_first_leading_zero_uc(unsigned char x) {
    return (~x & 0xffu) ? __bits_leading((~x & 0xffu), 8) + 1 : 0;
}
static inline unsigned stdc_first_leading_zero_us(unsigned short x) {
    return (~x & 0xffffu) ? __bits_leading((~x & 0xffffu), 16) + 1 : 0;
}
static inline unsigned stdc_first_leading_zero_ui(unsigned int x) {
    return (~x & 0xffffffffu) ? __bits_leading((~x & 0xffffffffu), 32) + 1 : 0;
}
static inline unsigned stdc_first_leading_zero_ul(unsigned long x) {
    return (~x & 0xffffffffffffffffull) ? __bits_leading((~x & 0xffffffffffffffffull), 64) + 1 : 0;
}
static inline unsigned stdc_first_leading_zero_ull(unsigned long long x) {
    return (~x & 0xffffffffffffffffull) ? __bits_leading((~x & 0xffffffffffffffffull), 64) + 1 : 0;
}
#define stdc_first_leading_zero(x) _Generic((x), unsigned char: stdc_first_leading_zero_uc, unsigned short: stdc_first_leading_zero_us, unsigned int: stdc_first_leading_zero_ui, unsigned long: stdc_first_leading_zero_ul, unsigned long long: stdc_first_leading_zero_ull, int: stdc_first_leading_zero_ui, long: stdc_first_leading_zero_ul, signed char: stdc_first_leading_zero_uc, short: stdc_first_leading_zero_us, char: stdc_first_leading_zero_uc)(x)
static inline unsigned stdc_first_leading_one_uc(unsigned char x) {
    return x ? __bits_leading(x, 8) + 1 : 0;
}
static inline unsigned stdc_first_leading_one_us(unsigned short x) {
    return x ? __bits_leading(x, 16) + 1 : 0;
}
static inline unsigned stdc_first_leading_one_ui(unsigned int x) {
    return x ? __bits_leading(x, 32) + 1 : 0;
}
static inline unsigned stdc_first_leading_one_ul(unsigned long x) {
    return x ? __bits_leading(x, 64) + 1 : 0;
}
static inline unsigned stdc_first_leading_one_ull(unsigned long long x) {
    return x ? __bits_leading(x, 64) + 1 : 0;
}
#define stdc_first_leading_one(x) _Generic((x), unsigned char: stdc_first_leading_one_uc, unsigned short: stdc_first_leading_one_us, unsigned int: stdc_first_leading_one_ui, unsigned long: stdc_first_leading_one_ul, unsigned long long: stdc_first_leading_one_ull, int: stdc_first_leading_one_ui, long: stdc_first_leading_one_ul, signed char: stdc_first_leading_one_uc, short: stdc_first_leading_one_us, char: stdc_first_leading_one_uc)(x)
static inline unsigned stdc_first_trailing_zero_uc(unsigned char x) {
    return (~x & 0xffu) ? __bits_trailing((~x & 0xffu), 8) + 1 : 0;
}
static inline unsigned stdc_first_trailing_zero_us(unsigned short x) {
    return (~x & 0xffffu) ? __bits_trailing((~x & 0xffffu), 16) + 1 : 0;
}
static inline unsigned stdc_first_trailing_zero_ui(unsigned int x) {
    return (~x & 0xffffffffu) ? __bits_trailing((~x & 0xffffffffu), 32) + 1 : 0;
}
static inline unsigned stdc_first_trailing_zero_ul(unsigned long x) {
    return (~x & 0xffffffffffffffffull) ? __bits_trailing((~x & 0xffffffffffffffffull), 64) + 1 : 0;
}
static inline unsigned stdc_first_trailing_zero_ull(unsigned long long x) {
    return (~x & 0xffffffffffffffffull) ? __bits_trailing((~x & 0xffffffffffffffffull), 64) + 1 : 0;
}
#define stdc_first_trailing_zero(x) _Generic((x), unsigned char: stdc_first_trailing_zero_uc, unsigned short: stdc_first_trailing_zero_us, unsigned int: stdc_first_trailing_zero_ui, unsigned long: stdc_first_trailing_zero_ul, unsigned long long: stdc_first_trailing_zero_ull, int: stdc_first_trailing_zero_ui, long: stdc_first_trailing_zero_ul, signed char: stdc_first_trailing_zero_uc, short: stdc_first_trailing_zero_us, char: stdc_first_trailing_zero_uc)(x)
static inline unsigned stdc_first_trailing_one_uc(unsigned char x) {
    return x ? __bits_trailing(x, 8) + 1 : 0;
}
static inline unsigned stdc_first_trailing_one_us(unsigned short x) {
    return x ? __bits_trailing(x, 16) + 1 : 0;
}
static inline unsigned stdc_first_trailing_one_ui(unsigned int x) {
    return x ? __bits_trailing(x, 32) + 1 : 0;
}
static inline unsigned stdc_first_trailing_one_ul(unsigned long x) {
    return x ? __bits_trailing(x, 64) + 1 : 0;
}
static inline unsigned stdc_first_trailing_one_ull(unsigned long long x) {
    return x ? __bits_trailing(x, 64) + 1 : 0;
}
#define stdc_first_trailing_one(x) _Generic((x), unsigned char: stdc_first_trailing_one_uc, unsigned short: stdc_first_trailing_one_us, unsigned int: stdc_first_trailing_one_ui, unsigned long: stdc_first_trailing_one_ul, unsigned long long: stdc_first_trailing_one_ull, int: stdc_first_trailing_one_ui, long: stdc_first_trailing_one_ul, signed char: stdc_first_trailing_one_uc, short: stdc_first_trailing_one_us, char: stdc_first_trailing_one_uc)(x)
static inline unsigned stdc_count_zeros_uc(unsigned char x) {
    return __bits_ones((~x & 0xffu));
}
static inline unsigned stdc_count_zeros_us(unsigned short x) {
    return __bits_ones((~x & 0xffffu));
}
static inline unsigned stdc_count_zeros_ui(unsigned int x) {
    return __bits_ones((~x & 0xffffffffu));
}
static inline unsigned stdc_count_zeros_ul(unsigned long x) {
    return __bits_ones((~x & 0xffffffffffffffffull));
}
static inline unsigned stdc_count_zeros_ull(unsigned long long x) {
    return __bits_ones((~x & 0xffffffffffffffffull));
}
#define stdc_count_zeros(x) _Generic((x), unsigned char: stdc_count_zeros_uc, unsigned short: stdc_count_zeros_us, unsigned int: stdc_count_zeros_ui, unsigned long: stdc_count_zeros_ul, unsigned long long: stdc_count_zeros_ull, int: stdc_count_zeros_ui, long: stdc_count_zeros_ul, signed char: stdc_count_zeros_uc, short: stdc_count_zeros_us, char: stdc_count_zeros_uc)(x)
static inline unsigned stdc_count_ones_uc(unsigned char x) {
    return __bits_ones(x);
}
static inline unsigned stdc_count_ones_us(unsigned short x) {
    return __bits_ones(x);
}
static inline unsigned stdc_count_ones_ui(unsigned int x) {
    return __bits_ones(x);
}
static inline unsigned stdc_count_ones_ul(unsigned long x) {
    return __bits_ones(x);
}
static inline unsigned stdc_count_ones_ull(unsigned long long x) {
    return __bits_ones(x);
}
#define stdc_count_ones(x) _Generic((x), unsigned char: stdc_count_ones_uc, unsigned short: stdc_count_ones_us, unsigned int: stdc_count_ones_ui, unsigned long: stdc_count_ones_ul, unsigned long long: stdc_count_ones_ull, int: stdc_count_ones_ui, long: stdc_count_ones_ul, signed char: stdc_count_ones_uc, short: stdc_count_ones_us, char: stdc_count_ones_uc)(x)
static inline bool stdc_has_single_bit_uc(unsigned char x) {
    return __bits_ones(x) == 1;
}
static inline bool stdc_has_single_bit_us(unsigned short x) {
    return __bits_ones(x) == 1;
}
static inline bool stdc_has_single_bit_ui(unsigned int x) {
    return __bits_ones(x) == 1;
}
static inline bool stdc_has_single_bit_ul(unsigned long x) {
    return __bits_ones(x) == 1;
}
static inline bool stdc_has_single_bit_ull(unsigned long long x) {
    return __bits_ones(x) == 1;
}
#define stdc_has_single_bit(x) _Generic((x), unsigned char: stdc_has_single_bit_uc, unsigned short: stdc_has_single_bit_us, unsigned int: stdc_has_single_bit_ui, unsigned long: stdc_has_single_bit_ul, unsigned long long: stdc_has_single_bit_ull, int: stdc_has_single_bit_ui, long: stdc_has_single_bit_ul, signed char: stdc_has_single_bit_uc, short: stdc_has_single_bit_us, char: stdc_has_single_bit_uc)(x)
static inline unsigned stdc_bit_width_uc(unsigned char x) {
    return 8 - __bits_leading(x, 8);
}
static inline unsigned stdc_bit_width_us(unsigned short x) {
    return 16 - __bits_leading(x, 16);
}
static inline unsigned stdc_bit_width_ui(unsigned int x) {
    return 32 - __bits_leading(x, 32);
}
static inline unsigned stdc_bit_width_ul(unsigned long x) {
    return 64 - __bits_leading(x, 64);
}
static inline unsigned stdc_bit_width_ull(unsigned long long x) {
    return 64 - __bits_leading(x, 64);
}
#define stdc_bit_width(x) _Generic((x), unsigned char: stdc_bit_width_uc, unsigned short: stdc_bit_width_us, unsigned int: stdc_bit_width_ui, unsigned long: stdc_bit_width_ul, unsigned long long: stdc_bit_width_ull, int: stdc_bit_width_ui, long: stdc_bit_width_ul, signed char: stdc_bit_width_uc, short: stdc_bit_width_us, char: stdc_bit_width_uc)(x)
static inline unsigned char stdc_bit_floor_uc(unsigned char x) {
    return x ? (unsigned char)1 << (8 - 1 - __bits_leading(x, 8)) : 0;
}
static inline unsigned short stdc_bit_floor_us(unsigned short x) {
    return x ? (unsigned short)1 << (16 - 1 - __bits_leading(x, 16)) : 0;
}
static inline unsigned int stdc_bit_floor_ui(unsigned int x) {
    return x ? (unsigned int)1 << (32 - 1 - __bits_leading(x, 32)) : 0;
}
static inline unsigned long stdc_bit_floor_ul(unsigned long x) {
    return x ? (unsigned long)1 << (64 - 1 - __bits_leading(x, 64)) : 0;
}
static inline unsigned long long stdc_bit_floor_ull(unsigned long long x) {
    return x ? (unsigned long long)1 << (64 - 1 - __bits_leading(x, 64)) : 0;
}
#define stdc_bit_floor(x) _Generic((x), unsigned char: stdc_bit_floor_uc, unsigned short: stdc_bit_floor_us, unsigned int: stdc_bit_floor_ui, unsigned long: stdc_bit_floor_ul, unsigned long long: stdc_bit_floor_ull, int: stdc_bit_floor_ui, long: stdc_bit_floor_ul, signed char: stdc_bit_floor_uc, short: stdc_bit_floor_us, char: stdc_bit_floor_uc)(x)
static inline unsigned char stdc_bit_ceil_uc(unsigned char x) {
    return x <= 1 ? 1 : (unsigned char)((unsigned char)2 << (8 - 1 - __bits_leading(x - 1, 8)));
}
static inline unsigned short stdc_bit_ceil_us(unsigned short x) {
    return x <= 1 ? 1 : (unsigned short)((unsigned short)2 << (16 - 1 - __bits_leading(x - 1, 16)));
}
static inline unsigned int stdc_bit_ceil_ui(unsigned int x) {
    return x <= 1 ? 1 : (unsigned int)((unsigned int)2 << (32 - 1 - __bits_leading(x - 1, 32)));
}
static inline unsigned long stdc_bit_ceil_ul(unsigned long x) {
    return x <= 1 ? 1 : (unsigned long)((unsigned long)2 << (64 - 1 - __bits_leading(x - 1, 64)));
}
static inline unsigned long long stdc_bit_ceil_ull(unsigned long long x) {
    return x <= 1 ? 1 : (unsigned long long)((unsigned long long)2 << (64 - 1 - __bits_leading(x - 1, 64)));
}
#define stdc_bit_ceil(x) _Generic((x), unsigned char: stdc_bit_ceil_uc, unsigned short: stdc_bit_ceil_us, unsigned int: stdc_bit_ceil_ui, unsigned long: stdc_bit_ceil_ul, unsigned long long: stdc_bit_ceil_ull, int: stdc_bit_ceil_ui, long: stdc_bit_ceil_ul, signed char: stdc_bit_ceil_uc, short: stdc_bit_ceil_us, char: stdc_bit_ceil_uc)(x)
#endif
