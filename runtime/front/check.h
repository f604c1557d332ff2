// check.h: AST -> typed AST. Names, types, conversions, constants, flow, and the rules of
// async code.
#ifndef FRONT_CHECK_H
#define FRONT_CHECK_H

#include "base/diag.h"
#include "front/ast.h"
#include "front/front.h"

// Types the items in place and sorts them into a Program; NULL after errors. The names
// declared go into the overlay of front->scope. is_library: the library's headers, a
// translation unit of its own.
NODISCARD Program *check_program(Front *front, Node *items, Arena *arena, Diags *diags,
                                 bool is_library);

// The symbols of a committed program no longer point into its tree (Sym.body).
void check_forget_bodies(const Program *program);

#endif
