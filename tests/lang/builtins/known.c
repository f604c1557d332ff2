// __has_builtin: the library's functions by either name, and the words that take types.
#include <stdio.h>
#if __has_builtin(__builtin_memcpy) && __has_builtin(__builtin_popcountll) &&             \
    __has_builtin(__builtin_add_overflow) && __has_builtin(__builtin_prefetch) &&         \
    __has_builtin(__builtin_choose_expr) && __has_builtin(__builtin_fputs) &&             \
    __has_builtin(strlen)
#define KNOWN 1
#endif
#if __has_builtin(__builtin_make_coffee) || __has_builtin(__builtin_) ||                  \
    __has_builtin(size_t) || __has_builtin(int)
#define UNKNOWN 1
#endif
int main(void) {
#ifdef KNOWN
    puts("known"); // expect: known
#endif
#ifdef UNKNOWN
    puts("unknown");
#endif
    puts("end"); // expect: end
}
