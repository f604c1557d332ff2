#ifndef __UCHAR_H
#define __UCHAR_H
#include <wchar.h>
typedef unsigned char char8_t;
typedef unsigned short char16_t;
typedef unsigned int char32_t;
[[cora::native("mbrtowc")]] size_t mbrtoc32(char32_t *restrict to, const char *restrict s, size_t n,
                                            mbstate_t *restrict state);
size_t c32rtomb(char *restrict to, char32_t c, mbstate_t *restrict state) {
    return wcrtomb(to, c, state);
}
// The next UTF-16 unit of a text. (size_t)-3: the second of a pair, no byte was read for it.
size_t mbrtoc16(char16_t *restrict to, const char *restrict s, size_t n, mbstate_t *restrict state) {
    static mbstate_t own;
    mbstate_t *now = state ? state : &own;
    char16_t unit = now->__value;
    wchar_t c = 0;
    if (now->__count == -1 && s) {
        *now = (mbstate_t){0};
        if (to)
            *to = unit;
        return -3;
    }
    size_t used = mbrtowc(&c, s, n, now);
    if (used > 4)
        return used;
    if (c > 0xffff)
        *now = (mbstate_t){-1, 0xdc00 + (c & 0x3ff)};
    if (to && s)
        *to = c > 0xffff ? 0xd7c0 + (c >> 10) : c;
    return used;
}
// Writes what a UTF-16 unit completes: nothing for the first one of a pair.
size_t c16rtomb(char *restrict to, char16_t unit, mbstate_t *restrict state) {
    static mbstate_t own;
    mbstate_t *now = state ? state : &own;
    bool is_second = unit >= 0xdc00 && unit < 0xe000;
    unsigned first = now->__value;
    if (!to || (now->__count == -2) != is_second) {
        bool is_wrong = to != nullptr;
        *now = (mbstate_t){0};
        return is_wrong ? (size_t)wctomb(to, 0xd800) : 1;
    }
    *now = (mbstate_t){0};
    if (unit >= 0xd800 && unit < 0xdc00) {
        *now = (mbstate_t){-2, unit};
        return 0;
    }
    return wctomb(to, is_second ? 0x10000 + ((first & 0x3ff) << 10) + (unit & 0x3ff) : unit);
}
#endif
