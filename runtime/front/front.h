// front.h: the room's door: source -> typed AST. Everything the spine and the later
// stages need from the front end.
//
//     text/ lex, pp --tokens--> parse/ --nodes--> check/ --typed tree-->
//                                                     ask/  what a notebook asks about it
//
// Here beside it stands what they share: the tree (ast.h), types, scopes, and the two files
// that know all stages: front.c, which runs them, and library.c, which reads by need.
#ifndef FRONT_FRONT_H
#define FRONT_FRONT_H

#include "base/library.h"
#include "base/map.h"
#include "front/ast.h"
#include "front/text/pp.h"
#include "front/type.h"

// Names of the session, with an overlay for the cell being compiled.
typedef struct Scope Scope;

typedef struct LibraryReader LibraryReader; // library.c

// What one session's front end keeps between cells.
typedef struct Front {
    Interner *names;
    Sources *sources;
    Pp *pp;
    Scope *scope;
    TypeTable *types; // in the session's arena
    bool file_mode;   // strict translation unit: no statements at file scope
    Program *open;    // compiled, neither committed nor rolled back yet
    // Of a program of several files: what one of them defines and the library has too.
    // Where a file declares such a name it means the program's.
    Map own_names;
    // The library's `error`: what is thrown and caught; NULL if there is none.
    Type *error_type;
    LibraryReader *library; // what is read of it; NULL without an index
    // The library's own functions written in Cora (exit), each Program after those it
    // calls: the spine emits and links them before the cell that made them be read. The
    // list only grows; the trees stay, as calls may be inlined.
    VEC(Program *) library_code;
    // Tells the spine that library_code has grown: what it emits now makes types that no
    // rollback of the cell takes back. NULL: nobody wants to know.
    void (*library_grown)(void *ctx);
    void *library_grown_ctx;
    // Declared extern in its headers (stdin): the spine asks lib for values. Grows too.
    VEC(Sym *) library_variables;
    Arena library_arena; // without an index
} Front;

// A session's front end, which knows the library's names without #include: through the
// index, which must outlive it, when they turn up; without an index by reading all of
// library->prelude through `reader`, angled, now. library NULL: it has none. Aborts with
// the diagnostic when a header of the library does not compile.
Front *front_new(Sources *sources, IncludeReader reader, const Library *library,
                 bool file_mode);
void front_destroy(Front **front);

// Compiles one source up to the typed AST. Returns NULL after errors (see diags);
// warnings may be in diags either way. The result lives in `arena`. The names it declares
// are in force only after front_commit; front_rollback forgets them (also after NULL: the
// caller always calls one of the two).
NODISCARD Program *front_compile(Front *front, const Source *source, Arena *arena,
                                 Diags *diags);
// The same for a program of several files, each a translation unit (C17 5.1.1.1).
typedef struct FrontFiles {
    const Source *const *sources;
    size_t count;
} FrontFiles;
NODISCARD Program *front_compile_files(Front *front, const FrontFiles *files,
                                       Arena *arena, Diags *diags);
void front_commit(Front *front);
void front_rollback(Front *front);
// Between front_commit and the next compilation: visits the names to which the cell has given
// another type. Code of earlier cells goes on with what they were before.
void front_each_replaced(const Front *front,
                         void (*visit)(void *ctx, const Sym *now, const Sym *before),
                         void *ctx);
// Visits the session's symbols in force, the library's first, then the oldest first.
void front_each_name(const Front *front, void (*visit)(void *ctx, Sym *sym), void *ctx);
// Forgets every name and macro the cells have made; the library's stay (%reset).
void front_reset(Front *front);

#endif
