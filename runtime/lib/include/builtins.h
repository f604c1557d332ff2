#ifndef __BUILTINS_H
#define __BUILTINS_H
[[cora::op("expect")]] long __builtin_expect(long value, long expected);
[[cora::op("unreachable"), noreturn]] void __builtin_unreachable(void);
// Says that this place is never reached; reaching it is a fault.
[[cora::op("unreachable"), noreturn]] void unreachable(void);
[[cora::op("constant_p")]] int __builtin_constant_p(__T value);
[[noreturn, cora::native("abort")]] void __builtin_trap(void);
[[noreturn, cora::native("abort")]] void __builtin_abort(void);
int __builtin_popcount(unsigned x), __builtin_parity(unsigned x), __builtin_clz(unsigned x), __builtin_ctz(unsigned x);
[[cora::native("__builtin_popcount")]] int __builtin_popcountl(unsigned long x);
[[cora::native("__builtin_popcount")]] int __builtin_popcountll(unsigned long long x);
[[cora::native("__builtin_parity")]] int __builtin_parityl(unsigned long x);
[[cora::native("__builtin_parity")]] int __builtin_parityll(unsigned long long x);
int __builtin_clzl(unsigned long x);
[[cora::native("__builtin_clzl")]] int __builtin_clzll(unsigned long long x);
[[cora::native("__builtin_ctz")]] int __builtin_ctzl(unsigned long x);
[[cora::native("__builtin_ctz")]] int __builtin_ctzll(unsigned long long x);
[[cora::native("ffs")]] int __builtin_ffs(int x);
[[cora::native("ffs")]] int __builtin_ffsl(long x);
[[cora::native("ffs")]] int __builtin_ffsll(long long x);
unsigned short __builtin_bswap16(unsigned short x);
unsigned __builtin_bswap32(unsigned x);
unsigned long __builtin_bswap64(unsigned long x);
[[cora::native("abs")]] int __builtin_abs(int x);
[[cora::native("labs")]] long __builtin_labs(long x);
[[cora::native("fabs")]] double __builtin_fabs(double x);
[[cora::native("sqrt")]] double __builtin_sqrt(double x);
[[cora::native("isnan")]] int __builtin_isnan(double x);
[[cora::native("memcpy")]] void *__builtin_memcpy(void *to, const void *from, unsigned long n);
[[cora::native("memmove")]] void *__builtin_memmove(void *to, const void *from, unsigned long n);
[[cora::native("memset")]] void *__builtin_memset(void *p, int c, unsigned long n);
[[cora::native("memcmp")]] int __builtin_memcmp(const void *a, const void *b, unsigned long n);
[[cora::native("strlen")]] unsigned long __builtin_strlen(const char *s);
[[cora::native("strcmp")]] int __builtin_strcmp(const char *a, const char *b);
[[cora::native("strcpy")]] char *__builtin_strcpy(char *to, const char *from);
[[cora::native("printf"), cora::format(printf, 1)]] int __builtin_printf(const char *format, ...);
[[cora::native("malloc")]] void *__builtin_malloc(unsigned long size);
[[cora::native("free")]] void __builtin_free(void *p);
// *result = a + b as far as it fits; true when it does not.
bool __builtin_add_overflow(...);
bool __builtin_sub_overflow(...);
bool __builtin_mul_overflow(...);
#define __builtin_prefetch(...) ((void)0)
#define __builtin_assume_aligned(p, ...) (p)
#define __builtin_object_size(p, type) ((unsigned long)-1)
#define __builtin_expect_with_probability(x, c, p) __builtin_expect(x, c)
#define __builtin_sadd_overflow(a, b, r) __builtin_add_overflow((int)(a), (int)(b), r)
#define __builtin_smul_overflow(a, b, r) __builtin_mul_overflow((int)(a), (int)(b), r)
#define __builtin_ssub_overflow(a, b, r) __builtin_sub_overflow((int)(a), (int)(b), r)
#endif
