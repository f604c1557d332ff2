// parse.h: Tokens -> AST. A recursive-descent parser; each function bears its grammar
// rule's name.
#ifndef FRONT_PARSE_H
#define FRONT_PARSE_H

#include "base/diag.h"
#include "base/vec.h"
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
    void (*offer_types)(void *ctx, Nearest *nearest); // of the library; or NULL
} ParseNames;

// What was left out, because a mistake made the parser skip some of it. Whoever reads on
// must not take a name of these for unknown: what was skipped may have declared it.
typedef struct ParseGaps {
    VEC(Name *) names;   // all that stand in what was left out
    VEC(Name *) outside; // of these, outside of all braces: perhaps redeclared there
    bool lost_name;      // a declaration is left out whose name is missing
    bool is_torn;        // nor can the rest be trusted: a `}` too many has cut it wrongly
} ParseGaps;

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
// message; the list then holds the items that were understood whole, and *gaps, which the
// caller deinits, says what is missing between them.
Node *parse_program(const ParseInput *input, ParseGaps *gaps);
void parse_gaps_deinit(ParseGaps *gaps);

#endif
