// arena.c: bump allocation.
//
// Chunks form a list, newest first; only the newest is allocated from. What always holds:
// every byte of every chunk above its `used_bytes` is zero, so that allocation need not
// clear and a reset clears just what it takes back.
//
//     arena->chunk -> [ header | used ........ | zeros      ] -> older -> NULL
//
// Read vec.c for what must grow, arena.h for the contract.
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    ALIGN_BYTES = 16,
    CHUNK_MIN_BYTES = 16 << 10, // a small cell's whole front end fits into one
    CHUNK_MAX_BYTES = 1 << 20   // growth doubles up to here
};

struct ArenaChunk {
    ArenaChunk *older;
    size_t capacity_bytes;
    size_t used_bytes;
    size_t unused; // keeps data 16-aligned
    char data[];
};

_Static_assert(sizeof(ArenaChunk) % ALIGN_BYTES == 0, "chunk data must be aligned");

void arena_init(Arena *arena) {
    assert(arena);
    *arena = (Arena){0};
}

// Chunks are freed from the newest to the oldest; the order does not matter to libc.
void arena_deinit(Arena *arena) {
    ArenaChunk *chunk = arena->chunk;
    while (chunk) {
        ArenaChunk *older = chunk->older;
        mem_free(chunk);
        chunk = older;
    }
    *arena = (Arena){0};
}

// Puts a new chunk in front that holds at least need_bytes. A request larger than the
// usual chunk gets one that fits it exactly.
static ArenaChunk *add_chunk(Arena *arena, size_t need_bytes) {
    size_t capacity = CHUNK_MIN_BYTES;
    if (arena->chunk)
        capacity = arena->chunk->capacity_bytes * 2;
    if (capacity > CHUNK_MAX_BYTES)
        capacity = CHUNK_MAX_BYTES;
    if (capacity < need_bytes)
        capacity = need_bytes;
    ArenaChunk *chunk = mem_alloc(sizeof(ArenaChunk) + capacity);
    chunk->older = arena->chunk;
    chunk->capacity_bytes = capacity;
    arena->chunk = chunk;
    return chunk;
}

// The fast path is one comparison and two additions; there is no clearing, see above.
void *arena_alloc(Arena *arena, size_t size_bytes) {
    assert(size_bytes <= SIZE_MAX / 2);
    size_t need = (size_bytes + (ALIGN_BYTES - 1)) & ~(size_t)(ALIGN_BYTES - 1);
    if (need == 0)
        need = ALIGN_BYTES; // distinct objects have distinct addresses
    ArenaChunk *chunk = arena->chunk;
    if (UNLIKELY(!chunk || chunk->capacity_bytes - chunk->used_bytes < need))
        chunk = add_chunk(arena, need);
    void *ptr = chunk->data + chunk->used_bytes;
    chunk->used_bytes += need;
    arena->used_bytes += need;
    return ptr;
}

char *arena_strndup(Arena *arena, const char *text, size_t size_bytes) {
    assert(text || size_bytes == 0);
    char *copy = arena_alloc(arena, size_bytes + 1);
    if (size_bytes)
        memcpy(copy, text, size_bytes);
    return copy;
}

// Short texts are formatted once, on the C stack; long ones are measured first.
char *arena_printf(Arena *arena, const char *format, ...) {
    char small[256];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    assert(size >= 0);
    char *text = arena_alloc(arena, (size_t)size + 1);
    if ((size_t)size < sizeof small)
        memcpy(text, small, (size_t)size);
    else
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

ArenaMark arena_mark(const Arena *arena) {
    const ArenaChunk *chunk = arena->chunk;
    return (ArenaMark){arena->chunk, chunk ? chunk->used_bytes : 0, arena->used_bytes};
}

// Marks nest: resetting to an older one makes younger ones void.
void arena_reset_to(Arena *arena, ArenaMark mark) {
    while (arena->chunk != mark.chunk) {
        assert(arena->chunk); // the mark is of this arena and was not reset past
        ArenaChunk *older = arena->chunk->older;
        mem_free(arena->chunk);
        arena->chunk = older;
    }
    if (mark.chunk) {
        ArenaChunk *chunk = mark.chunk;
        assert(mark.chunk_used_bytes <= chunk->used_bytes);
        memset(chunk->data + mark.chunk_used_bytes, 0,
               chunk->used_bytes - mark.chunk_used_bytes);
        chunk->used_bytes = mark.chunk_used_bytes;
    }
    arena->used_bytes = mark.used_bytes;
}
