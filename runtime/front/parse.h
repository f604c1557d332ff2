// parse.h: Tokens -> AST. A recursive-descent parser; each function bears its grammar
// rule's name.
#ifndef FRONT_PARSE_H
#define FRONT_PARSE_H

#include "base/diag.h"
#include "front/ast.h"

// What the parser must know of names to tell a type from an expression (C17's typedef
// problem): whether an identifier is a typedef name outside the text being parsed. Inside
// it keeps its own record of scopes.
typedef struct ParseNames {
    void *ctx;
    bool (*is_type)(void *ctx, const Name *name); // a session typedef now in force
    bool (*is_value)(
        void *ctx,
        const Name *name); // a session variable or function, not of the library
} ParseNames;

typedef struct ParseInput {
    const Tokens *tokens;
    Arena *arena;
    Diags *diags;
    Interner *names;
    ParseNames lookup;
    bool file_mode; // statements at top level are errors
} ParseInput;

// Returns the list (through ->next) of top-level items in order: ND_FUNC, ND_DECL,
// statements. After a syntax error the parser resynchronises, so one mistake gives one
// message; the list then holds what was understood.
Node *parse_program(const ParseInput *input);

#endif
