// bytes.c: see bytes.h. Growth is by doubling, so appending costs constant time on
// average.
#include "bytes.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

// abort rather than exit: the core file shows who asked for so much.
static void die_of_memory(size_t size) {
    fprintf(stderr, "cora-kernel: out of memory (%zu bytes wanted)\n", size);
    abort();
}

void *bytes_alloc(size_t size) {
    void *p = calloc(1, size ? size : 1);
    if (!p) {
        die_of_memory(size);
    }
    return p;
}

char *bytes_copy(Bytes bytes) {
    char *text = bytes_alloc(bytes.size + 1);
    if (bytes.size > 0) {
        memcpy(text, bytes.data, bytes.size);
    }
    return text;
}

void buf_reserve(Buf *buf, size_t extra) {
    assert(extra <= SIZE_MAX / 2 - buf->size);
    size_t need = buf->size + extra;
    if (need <= buf->capacity) {
        return;
    }
    size_t capacity = buf->capacity ? buf->capacity : 256;
    while (capacity < need) {
        capacity *= 2;
    }
    char *data = realloc(buf->data, capacity);
    if (!data) {
        die_of_memory(capacity);
    }
    buf->data = data;
    buf->capacity = capacity;
}

void buf_add(Buf *buf, Bytes bytes) {
    if (bytes.size == 0) {
        return;
    }
    buf_reserve(buf, bytes.size);
    memcpy(buf->data + buf->size, bytes.data, bytes.size);
    buf->size += bytes.size;
}

void buf_add_char(Buf *buf, char c) {
    buf_reserve(buf, 1);
    buf->data[buf->size++] = c;
}

void buf_add_text(Buf *buf, const char *text) {
    buf_add(buf, bytes_of(text));
}

void buf_printf(Buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    // Most of what is printed is short; formatting it twice would only measure it.
    buf_reserve(buf, 256);
    int n = vsnprintf(buf->data + buf->size, 256, format, args);
    va_end(args);
    assert(n >= 0);
    if (n >= 256) {
        buf_reserve(buf, (size_t)n + 1);
        vsnprintf(buf->data + buf->size, (size_t)n + 1, format, again);
    }
    va_end(again);
    buf->size += (size_t)n;
}

char *buf_take_text(Buf *buf) {
    buf_add_char(buf, '\0');
    char *text = buf->data;
    *buf = (Buf){0};
    return text;
}

void buf_clear(Buf *buf, size_t keep_bytes) {
    if (buf->capacity > keep_bytes) {
        buf_deinit(buf);
    }
    buf->size = 0;
}

void buf_deinit(Buf *buf) {
    free(buf->data);
    *buf = (Buf){0};
}
