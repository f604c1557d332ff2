// vec.h: growable arrays. `VEC(Token) tokens = {0}; vec_push(tokens, t);
// vec_free(tokens);`
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/mem.h"
#include <stdint.h>

#define VEC(T)                                                                           \
    struct {                                                                             \
        T *data;                                                                         \
        uint32_t count;                                                                  \
        uint32_t capacity;                                                               \
    }

// Makes room for `extra` more elements; may move data.
#define vec_reserve(v, extra)                                                            \
    ((v).count + (uint32_t)(extra) > (v).capacity                                        \
         ? ((v).data = vec_grow((v).data, &(v).capacity, (v).count + (uint32_t)(extra),  \
                                sizeof *(v).data))                                       \
         : (v).data)
#define vec_push(v, x) ((void)vec_reserve(v, 1), (v).data[(v).count++] = (x))
#define vec_last(v)    ((v).data[(v).count - 1])
#define vec_free(v)    (mem_free((v).data), (v).data = NULL, (v).count = (v).capacity = 0)

// Returns data resized to hold at least `need` elements and stores the new capacity.
void *vec_grow(void *data, uint32_t *capacity, uint32_t need, size_t element_bytes);

// A growable string, always NUL-terminated once something was added.
typedef struct Str {
    char *data;
    uint32_t count; // bytes without the NUL
    uint32_t capacity;
} Str;
void str_add(Str *str, const char *text, size_t size_bytes);
void str_puts(Str *str, const char *text);
void str_putc(Str *str, char c);
void str_printf(Str *str, const char *format, ...) PRINTF_LIKE(2, 3);
char *
str_take(Str *str); // hands the (mem_free-able) text out, never NULL; str is empty after
void str_free(Str *str);

#endif
