// pp.h: the preprocessor (C17 6.10, with C23's #elifdef, #warning, __VA_OPT__). Source -> Tokens:
// directives done, macros expanded, numbers converted, adjacent strings joined.
//
// Macros are the session's: a cell's #define and #undef hold in later cells, but only once the whole
// cell has compiled. pp_begin opens an overlay on the macro table, pp_commit keeps it, pp_rollback
// undoes it.
#ifndef FRONT_PP_H
#define FRONT_PP_H

#include "front/lex.h"

typedef struct Pp Pp;

// What #include brings. text is mem_freed by pp.
typedef struct IncludeText {
    char *text;
    size_t size_bytes;
    bool is_system; // one of the library's own headers
} IncludeText;

// Reads a header for #include "name" (quoted) or <name> (angled). False when there is none.
typedef struct IncludeReader {
    void *ctx;
    bool (*read)(void *ctx, const char *name, bool angled, IncludeText *out);
} IncludeReader;

Pp *pp_new(Interner *names, Sources *sources, IncludeReader reader);
void pp_destroy(Pp **pp);

void pp_begin(Pp *pp, Arena *arena, Diags *diags); // arena: token texts of this cell
void pp_commit(Pp *pp);
void pp_rollback(Pp *pp);

// Preprocesses a whole source into out (data from the arena, not to be freed). Mistakes go to diags;
// the tokens are then still usable for further checking. allow_magics: cells.
void pp_run(Pp *pp, const Source *source, bool allow_magics, Tokens *out);

// Defines an object-like macro as `#define name text` would (predefined ones: __STDC__ and kin, LP64 limits).
void pp_define(Pp *pp, const char *name, const char *text);

// Visits user-visible macros (for %who, completion): name, its definition's span, its text.
void pp_each_macro(const Pp *pp, void (*visit)(void *ctx, const Name *name, Span where, bool is_system),
                   void *ctx);

#endif
