#ifndef __WCHAR_H
#define __WCHAR_H
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
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
// Formats that are wide strings. swprintf gives a negative number when the text does not fit.
int swprintf(wchar_t *restrict to, size_t n, const wchar_t *restrict format, ...);
int vswprintf(wchar_t *restrict to, size_t n, const wchar_t *restrict format, va_list list);
int wprintf(const wchar_t *restrict format, ...);
int vwprintf(const wchar_t *restrict format, va_list list);
int fwprintf(FILE *restrict file, const wchar_t *restrict format, ...);
int vfwprintf(FILE *restrict file, const wchar_t *restrict format, va_list list);
int swscanf(const wchar_t *restrict from, const wchar_t *restrict format, ...);
int vswscanf(const wchar_t *restrict from, const wchar_t *restrict format, va_list list);
// Between UTF-8 and wide characters.
wint_t btowc(int c);
int wctob(wint_t c);
size_t mbrtowc(wchar_t *restrict to, const char *restrict s, size_t n, mbstate_t *restrict state);
size_t mbrlen(const char *restrict s, size_t n, mbstate_t *restrict state);
[[cora::native("wctomb")]] size_t wcrtomb(char *restrict to, wchar_t c, mbstate_t *restrict state);
static inline int mbsinit(const mbstate_t *state) {
    return 1;
}
#endif
