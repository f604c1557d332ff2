#undef assert
#ifdef NDEBUG
#define assert(...) ((void)0)
#else
#define assert(...) ((__VA_ARGS__) ? (void)0 : __assert_failed(#__VA_ARGS__, __func__))
#endif
#ifndef __ASSERT_H
#define __ASSERT_H
[[noreturn]] void __assert_failed(const char *expression, const char *function);
#endif
