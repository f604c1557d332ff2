#ifndef __UCHAR_H
#define __UCHAR_H
#include <wchar.h>
typedef unsigned char char8_t;
typedef unsigned short char16_t;
typedef unsigned int char32_t;
[[cora::native("mbrtowc")]] size_t mbrtoc32(char32_t *restrict to, const char *restrict s, size_t n,
                                            mbstate_t *restrict state);
[[cora::native("wctomb")]] size_t c32rtomb(char *restrict to, char32_t c, mbstate_t *restrict state);
#endif
