// intern.h: names. Equal spelling, equal pointer; so names compare by ==.
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

typedef struct Name {
    struct Name *next; // in its bucket
    uint32_t hash;
    uint32_t size_bytes;
    uint16_t keyword; // 0, or what the lexer registered (a TokKind or contextual word)
    uint16_t flags;   // free for the front end
    void *macro;      // pp's definition now in force, or NULL
    void *symbol;     // scope's innermost symbol, or NULL (scope.c keeps it)
    void *tag;        // scope's innermost struct/union/enum tag, or NULL
    char text[];      // NUL-terminated
} Name;

typedef struct Interner Interner;

Interner *intern_new(void);
void intern_destroy(Interner **interner);
Name *intern_get(Interner *interner, const char *text, size_t size_bytes);
Name *intern_cstr(Interner *interner, const char *text);
// The name if it is known already, else NULL.
Name *intern_find(const Interner *interner, const char *text, size_t size_bytes);
// Visits every name (for "did you mean").
void intern_each(const Interner *interner, void (*visit)(void *ctx, Name *name),
                 void *ctx);

#endif
