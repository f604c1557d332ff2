// check.h: AST -> typed AST. Names, types, conversions, constants, flow, and the rules of
// async code.
#ifndef FRONT_CHECK_H
#define FRONT_CHECK_H

#include "base/diag.h"
#include "front/ast.h"
#include "front/front.h"
#include "front/parse/parse.h"

// A program is checked file by file (a cell is one): check_open, check_unit, then
// check_next_unit and check_unit for each further file, check_close.
//
// check_unit types the items in place; check_close sorts them into a Program, NULL after
// errors. The names declared go into the overlay of front->scope. is_library: the
// library's headers, a translation unit of its own.
typedef struct Checker Checker;
Checker *check_open(Front *front, Arena *arena, Diags *diags, bool is_library);
Arena *check_arena(const Checker *c); // as given to check_open
Diags *check_diags(const Checker *c);
void check_unit(Checker *c, Node *items);
// Before check_unit, which then says nothing about names that the parser's gaps may have
// declared. The gaps are borrowed until then.
void check_skip(Checker *c, const ParseGaps *gaps);
void check_next_unit(Checker *c);
NODISCARD Program *check_close(Checker *c);

// The symbols of a committed program no longer point into its tree (Sym.body).
void check_forget_bodies(const Program *program);

#endif
