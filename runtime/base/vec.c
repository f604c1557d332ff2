// vec.c: what the macros of vec.h call, and Str, the growable string.
//
// What always holds of a Str: data is NULL and capacity 0, or data[count] is NUL. Read
// vec.h first.
#include "base/vec.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Doubling keeps the cost of n pushes linear. The element size comes from the macro, so
// that one function serves all types.
void *vec_grow(void *data, uint32_t *capacity, uint32_t need, size_t element_bytes) {
    assert(element_bytes > 0);
    uint32_t grown = *capacity < 8 ? 8 : *capacity;
    while (grown < need) {
        assert(grown <= UINT32_MAX / 2); // limits.h keeps every array far below this
        grown *= 2;
    }
    if (grown == *capacity)
        return data;
    data = mem_resize(data, (size_t)grown * element_bytes);
    *capacity = grown;
    return data;
}

// Room for `extra` more bytes and the NUL.
static void reserve(Str *str, size_t extra) {
    assert(extra < UINT32_MAX / 2 - str->count);
    uint32_t need = str->count + (uint32_t)extra + 1;
    if (need > str->capacity)
        str->data = vec_grow(str->data, &str->capacity, need, 1);
}

// The NUL is kept behind the text at all times: data can be handed to C functions as it
// is.
void str_add(Str *str, const char *text, size_t size_bytes) {
    assert(text || size_bytes == 0);
    reserve(str, size_bytes);
    if (size_bytes)
        memcpy(str->data + str->count, text, size_bytes);
    str->count += (uint32_t)size_bytes;
    str->data[str->count] = '\0';
}

void str_puts(Str *str, const char *text) {
    assert(text);
    str_add(str, text, strlen(text));
}

void str_putc(Str *str, char c) {
    reserve(str, 1);
    str->data[str->count++] = c;
    str->data[str->count] = '\0';
}

// Formats in place; a second pass happens only when the first one did not fit.
void str_printf(Str *str, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    reserve(str, 64); // most pieces are short: one pass
    size_t room = str->capacity - str->count;
    int size = vsnprintf(str->data + str->count, room, format, args);
    va_end(args);
    assert(size >= 0);
    if ((size_t)size >= room) {
        reserve(str, (size_t)size);
        vsnprintf(str->data + str->count, (size_t)size + 1, format, again);
    }
    va_end(again);
    str->count += (uint32_t)size;
}

// An empty Str has no memory yet, but the caller gets a string in any case.
char *str_take(Str *str) {
    char *text = str->data ? str->data : mem_strdup("");
    *str = (Str){0};
    return text;
}

void str_free(Str *str) {
    mem_free(str->data);
    *str = (Str){0};
}
