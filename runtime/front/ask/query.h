// query.h: questions about the session's names: what could stand here, what is this.
// Answers are plain strings and spans in the caller's arena; nothing is run, nothing is
// declared but what the library has of the names in question (library.h).
//
// Names come from the session as it is after the last cell; names that the text itself
// declares are found by reading its words, so a local variable is offered before its cell
// has ever run.
#ifndef FRONT_QUERY_H
#define FRONT_QUERY_H

#include "front/front.h"

typedef struct QueryMatch {
    const char *text;
    const char *kind;      // see CoraCompletion.kind
    const char *signature; // or NULL
    uint8_t rank; // 0 the text's own and members, 1 the session's, 2 the library's, 3
                  // words of the language
} QueryMatch;

typedef struct QueryMatches {
    VEC(QueryMatch) list; // sorted by rank, then by text; the caller vec_frees
    size_t begin, end;    // the bytes of the text that a match replaces
} QueryMatches;

typedef struct QueryText {
    const char *code;
    size_t size_bytes;
    size_t offset; // of the cursor
} QueryText;

void query_complete(Front *front, Arena *arena, const QueryText *text, QueryMatches *out);

// What the name at the cursor is; inside a call's parentheses and on no name: the
// function called.
typedef struct QueryInfo {
    const char *name;
    const char *kind; // "function", "variable", "type", "macro", "enumerator", "keyword"
    const char *declaration; // "int fib(int n)", "struct point { int x; int y; }"
    const char *doc;         // or NULL
    Span where;              // source 0: the language itself
    const Sym *sym;          // or NULL
} QueryInfo;

bool query_inspect(Front *front, Arena *arena, const QueryText *text, QueryInfo *out);

// Visits what the cells have defined, oldest first (%who).
void query_names(const Front *front, Arena *arena,
                 void (*visit)(void *ctx, const QueryInfo *info), void *ctx);

#endif
