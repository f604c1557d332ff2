// mem.h: the runtime's own memory from libc. A failed allocation ends the process with a
// message: sizes that a user can drive are bounded by limits.h before they come here.
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

#define NODISCARD              __attribute__((warn_unused_result))
#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))
#define COUNT_OF(array)        (sizeof(array) / sizeof((array)[0]))
#define LIKELY(x)              __builtin_expect(!!(x), 1)
#define UNLIKELY(x)            __builtin_expect(!!(x), 0)
// Where the compiler's own measure of size is known to be wrong: short when specialised.
#define FORCE_INLINE static inline __attribute__((always_inline))
// What is rare, so that what is not needs no registers for it.
#define COLD __attribute__((noinline, cold))

// Zeroed memory of at least one byte; never NULL. The caller frees with mem_free.
NODISCARD void *mem_alloc(size_t size_bytes);
// The same at a multiple of `align_bytes` (a power of two).
NODISCARD void *mem_alloc_aligned(size_t align_bytes, size_t size_bytes);
// Grows or shrinks; new bytes are not zeroed; never NULL. ptr may be NULL.
NODISCARD void *mem_resize(void *ptr, size_t size_bytes);
NODISCARD char *mem_strdup(const char *text);
NODISCARD char *mem_strndup(const char *text, size_t size_bytes);
// printf into a fresh string.
NODISCARD char *mem_printf(const char *format, ...) PRINTF_LIKE(1, 2);
void mem_free(void *ptr); // NULL is fine

#endif
