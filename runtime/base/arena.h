// arena.h: bump allocation for things that die together (a cell's AST, a session's
// types). Memory is zeroed. Nothing is freed singly; arena_reset_to gives back all that
// came after a mark, which is how a cell that fails to compile leaves no trace.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/mem.h"
#include <stddef.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    ArenaChunk *chunk; // newest; chunks are linked to older ones
    size_t used_bytes; // in all chunks, for limits
} Arena;

typedef struct ArenaMark {
    ArenaChunk *chunk;
    size_t chunk_used_bytes;
    size_t used_bytes;
} ArenaMark;

void arena_init(Arena *arena);
void arena_deinit(Arena *arena);
void *arena_alloc(Arena *arena, size_t size_bytes); // aligned to 16, zeroed, never NULL
char *arena_strndup(Arena *arena, const char *text, size_t size_bytes);
char *arena_printf(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
ArenaMark arena_mark(const Arena *arena);
void arena_reset_to(Arena *arena, ArenaMark mark);

#define arena_new(arena, T)      ((T *)arena_alloc((arena), sizeof(T)))
#define arena_array(arena, T, n) ((T *)arena_alloc((arena), sizeof(T) * (size_t)(n)))

#endif
