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
// The next byte of a text's UTF-8, a character checked at once. (size_t)-3: of one that was read before.
size_t mbrtoc8(char8_t *restrict to, const char *restrict s, size_t n, mbstate_t *restrict state) {
    static mbstate_t own;
    mbstate_t *now = state ? state : &own;
    wchar_t c = 0;
    char bytes[4] = {0};
    if (now->__count < -10 && s) { // bytes to give, the next one lowest
        if (to)
            *to = now->__value & 0xff;
        now->__value >>= 8;
        now->__count = now->__count < -11 ? now->__count + 1 : 0;
        return -3;
    }
    size_t used = mbrtowc(&c, s, n, now);
    if (used > 4 || !s)
        return used;
    int length = wctomb(bytes, c);
    if (to)
        *to = bytes[0];
    if (length > 1) {
        *now = (mbstate_t){-10 - (length - 1), 0};
        for (int i = length; --i > 0;)
            now->__value = now->__value << 8 | (unsigned char)bytes[i];
    }
    return used;
}
// Writes the character that a byte of UTF-8 completes: nothing for those before.
size_t c8rtomb(char *restrict to, char8_t unit, mbstate_t *restrict state) {
    static mbstate_t own;
    mbstate_t *now = state ? state : &own;
    mbstate_t fresh = {0};
    int wanted = now->__count < -10 ? -10 - now->__count : 0; // bytes, of those that belong together
    unsigned value = wanted ? now->__value << 8 | unit : unit;
    *now = fresh;
    if (!to)
        return 1;
    int more = wanted                        ? wanted - 1
               : unit >= 0xf0 && unit < 0xf8 ? 3
               : unit >= 0xe0 && unit < 0xf0 ? 2
               : unit >= 0xc0 && unit < 0xe0 ? 1
                                             : 0;
    if (wanted ? (unit & 0xc0) != 0x80 : unit >= 0x80 && more == 0)
        return wctomb(to, 0xd800);
    if (more > 0) {
        *now = (mbstate_t){-10 - more, value};
        return 0;
    }
    size_t length = value > 0xffffff ? 4 : value > 0xffff ? 3 : value > 0xff ? 2 : 1;
    char bytes[4];
    for (size_t i = length; i-- > 0; value >>= 8)
        bytes[i] = value & 0xff;
    wchar_t c;
    if (mbrtowc(&c, bytes, length, &fresh) > 4)
        return -1;
    for (size_t i = 0; i < length; i++)
        to[i] = bytes[i];
    return length;
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
