// pp.h: the preprocessor (C17 6.10, with C23's #elifdef, #warning, __VA_OPT__). Source ->
// Tokens: directives done, macros expanded, numbers converted, adjacent strings joined.
//
// Macros are the session's: a cell's #define and #undef hold in later cells, but only
// once the whole cell has compiled. pp_begin opens an overlay on the macro table,
// pp_commit keeps it, pp_rollback undoes it.
//
// Macros of the library are visible without #include, so they give way: a program may
// define them anew without a word, and where it declares a variable, function or
// enumerator of that name
// (`int EOF;`, `enum { I, J }`) the library's macro is out of force from there on.
#ifndef FRONT_PP_H
#define FRONT_PP_H

#include "front/text/lex.h"

typedef struct Pp Pp;

// What #include brings. pp mem_frees the text.
typedef struct IncludeText {
    char *text;
    size_t size_bytes;
    bool is_system; // one of the library's own, embedded headers
} IncludeText;

// Reads a header for #include "name" or <name> (angled). False when there is none. pp
// asks for "name" beside the including file, then for "name", then for <name>.
typedef struct IncludeReader {
    void *ctx;
    bool (*read)(void *ctx, const char *name, bool angled, IncludeText *out);
} IncludeReader;

Pp *pp_new(Interner *names, Sources *sources, IncludeReader reader);
void pp_destroy(Pp **pp);

void pp_begin(Pp *pp, Arena *arena, Diags *diags); // arena: token texts of this cell
void pp_commit(Pp *pp);
void pp_rollback(Pp *pp);

// Preprocesses a whole source into out (data from the arena, not to be freed). Mistakes
// go to diags; the tokens are then still usable for further checking. allow_magics:
// cells. Between pp_begin and its end, any number of times. Included files become sources
// of their own behind `source`. False when a limit ended it early.
bool pp_run(Pp *pp, const Source *source, bool allow_magics, Tokens *out);

// Defines an object-like macro as `#define name text` would (name "F(x)": a function-like
// one).
void pp_define(Pp *pp, const char *name, const char *text);

// The library, read piece by piece (library.c). Its macros lie below those of the cells:
// no rollback and no reset undoes them.
typedef struct PpPiece { // [begin, end) of a header
    const Source *source;
    uint32_t begin, end;
} PpPiece;
// Defines the macro whose name stands at piece->begin. Nobody has used the name before.
void pp_define_piece(Pp *pp, const PpPiece *piece);
// The tokens of a declaration that holds no directive and means no macro; the caller
// vec_frees them. Not while pp_run runs.
void pp_read_piece(Pp *pp, const PpPiece *piece, Arena *arena, Diags *diags, Tokens *out);
// #include of this source does nothing as long as its guard (or NULL) is defined.
void pp_know_header(Pp *pp, const Source *source, const char *guard);

// Takes all macros back to what they were after the last committed cell that ran nothing
// but is_system sources: the library's. Not while a cell is open.
void pp_reset(Pp *pp);

// Visits macros in order of definition (for %who, completion): name, its definition's
// span (source 0: predefined), whether a header of the library made it.
void pp_each_macro(const Pp *pp,
                   void (*visit)(void *ctx, const Name *name, Span where, bool is_system),
                   void *ctx);

// "#define MAX(a, b) ((a) > (b) ? (a) : (b))" as it was written, for inspect; NULL when
// the name is no macro now. The caller mem_frees.
char *pp_macro_text(const Name *name);
// Where the macro was defined; source 0: nowhere, or no macro.
Span pp_macro_span(const Name *name);

#endif
