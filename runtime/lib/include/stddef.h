#ifndef __STDDEF_H
#define __STDDEF_H
typedef unsigned long size_t;
typedef long ptrdiff_t;
typedef int wchar_t;
typedef struct {
    _Alignas(16) long long __a;
    _Alignas(16) long double __b;
} max_align_t;
typedef typeof(nullptr) nullptr_t;
#define NULL ((void *)0)
#define offsetof(type, member) __builtin_offsetof(type, member)
#endif
