#ifndef __WCHAR_H
#define __WCHAR_H
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifndef WCHAR_MIN
#define WCHAR_MIN (-2147483647 - 1)
#define WCHAR_MAX 2147483647
#endif
#define WEOF 0xffffffffU
typedef unsigned int wint_t;
typedef struct {
    int __count;
    unsigned __value;
} mbstate_t;
// The functions of <string.h> for wide characters.
size_t wcslen(const wchar_t *s);
wchar_t *wcscpy(wchar_t *restrict to, const wchar_t *restrict from);
wchar_t *wcsncpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n);
wchar_t *wcscat(wchar_t *restrict to, const wchar_t *restrict from);
wchar_t *wcsncat(wchar_t *restrict to, const wchar_t *restrict from, size_t n);
int wcscmp(const wchar_t *a, const wchar_t *b);
int wcsncmp(const wchar_t *a, const wchar_t *b, size_t n);
[[cora::native("wcscmp")]] int wcscoll(const wchar_t *a, const wchar_t *b);
wchar_t *wcschr(const wchar_t *s, wchar_t c);
wchar_t *wcsrchr(const wchar_t *s, wchar_t c);
wchar_t *wcsstr(const wchar_t *s, const wchar_t *needle);
wchar_t *wcspbrk(const wchar_t *s, const wchar_t *set);
size_t wcsspn(const wchar_t *s, const wchar_t *set);
size_t wcscspn(const wchar_t *s, const wchar_t *set);
wchar_t *wcstok(wchar_t *restrict s, const wchar_t *restrict separators, wchar_t **restrict rest);
wchar_t *wmemcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n);
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t n);
wchar_t *wmemset(wchar_t *p, wchar_t c, size_t n);
int wmemcmp(const wchar_t *a, const wchar_t *b, size_t n);
wchar_t *wmemchr(const wchar_t *p, wchar_t c, size_t n);
long wcstol(const wchar_t *restrict s, wchar_t **restrict end, int base);
[[cora::native("wcstol")]] long long wcstoll(const wchar_t *restrict s, wchar_t **restrict end, int base);
unsigned long wcstoul(const wchar_t *restrict s, wchar_t **restrict end, int base);
[[cora::native("wcstoul")]] unsigned long long wcstoull(const wchar_t *restrict s, wchar_t **restrict end, int base);
double wcstod(const wchar_t *restrict s, wchar_t **restrict end);
float wcstof(const wchar_t *restrict s, wchar_t **restrict end);
[[cora::native("wcstod")]] long double wcstold(const wchar_t *restrict s, wchar_t **restrict end);
// Formats that are wide strings. swprintf gives a negative number when the text does not fit.
int swprintf(wchar_t *restrict to, size_t n, const wchar_t *restrict format, ...);
int vswprintf(wchar_t *restrict to, size_t n, const wchar_t *restrict format, va_list list);
int wprintf(const wchar_t *restrict format, ...);
int vwprintf(const wchar_t *restrict format, va_list list);
int fwprintf(FILE *restrict file, const wchar_t *restrict format, ...);
int vfwprintf(FILE *restrict file, const wchar_t *restrict format, va_list list);
int swscanf(const wchar_t *restrict from, const wchar_t *restrict format, ...);
int vswscanf(const wchar_t *restrict from, const wchar_t *restrict format, va_list list);
wint_t towlower(wint_t c);
// Between UTF-8 and wide characters.
wint_t btowc(int c);
int wctob(wint_t c);
size_t mbrtowc(wchar_t *restrict to, const char *restrict s, size_t n, mbstate_t *restrict state);
size_t mbrlen(const char *restrict s, size_t n, mbstate_t *restrict state);
size_t wcrtomb(char *restrict to, wchar_t c, mbstate_t *restrict state) {
    return to ? (size_t)wctomb(to, c) : 1;
}
// Is state at the beginning of a character?
int mbsinit(const mbstate_t *state) {
    return !state || state->__count == 0;
}
// The text at *from as at most n wide characters; *from: where to go on, NULL when all has been read.
size_t mbsrtowcs(wchar_t *restrict to, const char **restrict from, size_t n, mbstate_t *restrict state) {
    static mbstate_t own;
    const char *s = *from;
    mbstate_t saved = state ? *state : own;
    mbstate_t *now = to ? state ? state : &own : &saved;
    size_t count = 0;
    for (; !to || count < n; count++) {
        wchar_t c;
        size_t used = mbrtowc(&c, s, 4, now);
        if (used > 4)
            count = -2;
        else if (to)
            to[count] = c;
        if (used > 4 || used == 0) {
            if (to)
                *from = used ? s : nullptr;
            return used ? (size_t)-1 : count;
        }
        s += used;
    }
    *from = s;
    return count;
}
// The wide text at *from as at most n bytes, whole characters only.
size_t wcsrtombs(char *restrict to, const wchar_t **restrict from, size_t n, mbstate_t *restrict state) {
    const wchar_t *s = *from;
    size_t count = 0;
    for (;; s++) {
        char bytes[4];
        size_t size = wcrtomb(bytes, *s, state);
        if (size > 4 || (to && count + size > n)) {
            if (to)
                *from = s;
            return size > 4 ? size : count;
        }
        for (size_t i = 0; to && i < size; i++)
            to[count + i] = bytes[i];
        if (!*s) {
            if (to)
                *from = nullptr;
            return count;
        }
        count += size;
    }
}
// A date by a wide format, as strftime.
size_t wcsftime(wchar_t *restrict to, size_t n, const wchar_t *restrict format, const struct tm *restrict date) {
    size_t size = 4 * wcslen(format) + 1, room = 64 * size;
    char *bytes = malloc(size + room), *text = bytes + size;
    wcstombs(bytes, format, size);
    size_t count = 0;
    if (strftime(text, room, bytes, date) && (count = mbstowcs(nullptr, text, 0)) < n)
        mbstowcs(to, text, n);
    free(bytes);
    return count < n ? count : 0;
}
// Of GNU and POSIX: the length, looking at n characters at most; copies; comparisons without upper and lower case.
size_t wcsnlen(const wchar_t *s, size_t n) {
    size_t length = 0;
    while (length < n && s[length])
        length++;
    return length;
}
wchar_t *wcsdup(const wchar_t *s) {
    size_t size = wcslen(s) + 1;
    return wmemcpy(malloc(size * sizeof(wchar_t)), s, size);
}
wchar_t *wcpcpy(wchar_t *restrict to, const wchar_t *restrict from) {
    return wcscpy(to, from) + wcslen(from);
}
wchar_t *wcpncpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
    return wcsncpy(to, from, n) + wcsnlen(from, n);
}
wchar_t *wmempcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
    return wmemcpy(to, from, n) + n;
}
wchar_t *wcschrnul(const wchar_t *s, wchar_t c) {
    while (*s && *s != c)
        s++;
    return (wchar_t *)s;
}
int wcsncasecmp(const wchar_t *a, const wchar_t *b, size_t n) {
    for (; n > 0; n--, a++, b++) {
        wint_t x = towlower(*a), y = towlower(*b);
        if (x != y || !x)
            return (x > y) - (x < y);
    }
    return 0;
}
int wcscasecmp(const wchar_t *a, const wchar_t *b) {
    return wcsncasecmp(a, b, -1);
}
// Makes a text whose wcscmp order is the locale's (here: a copy); returns its length.
size_t wcsxfrm(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
    size_t length = wcslen(from);
    if (n)
        wcsncpy(to, from, length < n ? length + 1 : n);
    return length;
}
#endif
