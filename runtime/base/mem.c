// mem.c: allocation that cannot fail as far as callers see.
//
// What enters is a size, what leaves is memory of libc. There is no accounting here: what
// a user's program allocates is the vm's heap, which has a limit of its own; what comes
// from here is the runtime's own, of sizes that limits.h bounds. So when libc says no,
// the machine is out of memory and nothing sensible can be done but to say so and end.
// Read arena.c next.
#include "base/mem.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Ends the process. Written with write(2): stdio may itself want memory.
static _Noreturn void out_of_memory(void) {
    static const char text[] = "cora: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    abort();
}

void *mem_alloc(size_t size_bytes) {
    void *ptr = calloc(1, size_bytes ? size_bytes : 1);
    if (!ptr)
        out_of_memory();
    return ptr;
}

void *mem_alloc_aligned(size_t align_bytes, size_t size_bytes) {
    void *ptr = NULL;
    if (posix_memalign(&ptr, align_bytes, size_bytes) != 0)
        out_of_memory();
    return memset(ptr, 0, size_bytes);
}

void *mem_resize(void *ptr, size_t size_bytes) {
    void *resized = realloc(ptr, size_bytes ? size_bytes : 1);
    if (!resized)
        out_of_memory();
    return resized;
}

char *mem_strdup(const char *text) {
    assert(text);
    return mem_strndup(text, strlen(text));
}

// Takes exactly size_bytes, zeros among them: source text may hold any bytes.
char *mem_strndup(const char *text, size_t size_bytes) {
    assert(text || size_bytes == 0);
    char *copy = malloc(size_bytes + 1);
    if (!copy)
        out_of_memory();
    if (size_bytes)
        memcpy(copy, text, size_bytes);
    copy[size_bytes] = '\0';
    return copy;
}

// vasprintf fails only for want of memory (or for a broken format, which is a bug of
// ours).
char *mem_printf(const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = NULL;
    int size = vasprintf(&text, format, args);
    va_end(args);
    if (size < 0)
        out_of_memory();
    return text;
}

void mem_free(void *ptr) {
    free(ptr);
}
