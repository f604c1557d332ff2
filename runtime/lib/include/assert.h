#undef assert
#ifdef NDEBUG
#define assert(expression) ((void)0)
#else
#define assert(expression) ((expression) ? (void)0 : __assert_failed(#expression, __func__))
#endif
#ifndef __ASSERT_H
#define __ASSERT_H
#include <stdlib.h>
[[noreturn]] void __assert_report(const char *expression, const char *function);
// C17 7.2.1.1: as if by abort.
[[noreturn]] static inline void __assert_failed(const char *expression, const char *function) {
    __signal_abort();
    __assert_report(expression, function);
}
#endif
