// intern.h: names. Equal spelling, equal pointer; so names compare by ==.
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

typedef struct Name {
    struct Name *next; // in its bucket
    uint32_t hash;
    uint32_t size_bytes;
    uint16_t keyword;   // 0, or what the lexer registered (a TokKind or contextual word)
    uint16_t library;   // what the library declares of it is still to be read: its number
                        // in the index + 1 (front/library.c); else 0
    uint8_t is_builtin; // the library has a function of this name, or of what stands
                        // behind its `__builtin_`: for __has_builtin
    void *macro;        // pp's definition now in force, or NULL
    void *symbol;       // scope's innermost symbol, or NULL (scope.c keeps it)
    void *tag;          // scope's innermost struct/union/enum tag, or NULL
    char text[];        // NUL-terminated
} Name;

typedef struct Interner Interner;

Interner *intern_new(void);
// `born` is told of every name that is new from here on. It may intern others.
void intern_on_birth(Interner *interner, void (*born)(void *ctx, Name *name), void *ctx);
// Name.hash as it is, or would be.
uint32_t intern_hash(const char *text, size_t size_bytes);
void intern_destroy(Interner **interner);
Name *intern_get(Interner *interner, const char *text, size_t size_bytes);
Name *intern_cstr(Interner *interner, const char *text);
// The name if it is known already, else NULL.
Name *intern_find(const Interner *interner, const char *text, size_t size_bytes);
// Visits every name (for "did you mean").
void intern_each(const Interner *interner, void (*visit)(void *ctx, Name *name),
                 void *ctx);

#endif
