// definitions.h: which names a file defines, seen by its tokens alone.
#ifndef FRONT_DEFINITIONS_H
#define FRONT_DEFINITIONS_H

#include "front/text/lex.h"

typedef void DefinitionVisit(void *ctx, const Name *name);

// Each function and variable with external linkage that the tokens define at file scope.
void definitions_each(const Tokens *tokens, DefinitionVisit *visit, void *ctx);

// The tokens of a text as it is written, its directives left out: what it may define, if
// no #if takes it away. The caller frees.
void definitions_read_text(const Source *source, Interner *names, Arena *arena,
                           Diags *diags, Tokens *out);

#endif
