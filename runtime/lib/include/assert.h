#undef assert
#ifdef NDEBUG
#define assert(expression) ((void)0)
#else
#define assert(expression) ((expression) ? (void)0 : __assert_failed(#expression, __func__))
#endif
#ifndef __ASSERT_H
#define __ASSERT_H
[[noreturn]] void __assert_failed(const char *expression, const char *function);
#endif
