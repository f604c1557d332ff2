// bytes.h: the two shapes of text in the kernel, and memory that never runs out quietly.
//
//     Bytes   a borrowed stretch: pointer and size, any bytes, no terminator promised
//     Buf     an owned, growing stretch
//
// What always holds: buf_ functions never fail; memory that can't be had ends the process
// with a message, because no caller could do better. Sizes are in bytes.
//
// Read next: json_out.h, which writes JSON into a Buf.
#ifndef KERNEL_BYTES_H
#define KERNEL_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct Bytes {
    const char *data;
    size_t size;
} Bytes;

typedef struct Buf {
    char *data;
    size_t size;
    size_t capacity;
} Buf;

// Borrows a terminated string.
static inline Bytes bytes_of(const char *text) {
    return (Bytes){text, strlen(text)};
}

static inline Bytes buf_bytes(const Buf *buf) {
    return (Bytes){buf->data, buf->size};
}

// Same size and same bytes?
static inline bool bytes_equal(Bytes a, Bytes b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

// malloc that aborts with a message instead of returning NULL. Zeroed.
void *bytes_alloc(size_t size);

// A terminated copy of `bytes`, owned by the caller (free).
char *bytes_copy(Bytes bytes);

// Makes room for `extra` more bytes behind buf->size.
void buf_reserve(Buf *buf, size_t extra);

// Appends `bytes`.
void buf_add(Buf *buf, Bytes bytes);

// Appends one byte.
void buf_add_char(Buf *buf, char c);

// Appends a terminated string.
void buf_add_text(Buf *buf, const char *text);

// Appends printf's output.
void buf_printf(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

// The content as a terminated string, owned by the caller; the buffer is empty after.
char *buf_take_text(Buf *buf);

// Forgets the content; keeps the memory unless it is larger than `keep_bytes`.
void buf_clear(Buf *buf, size_t keep_bytes);

// Frees the memory; the buffer may be used again.
void buf_deinit(Buf *buf);

#endif
