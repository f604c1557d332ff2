// scope.h: which declaration a name means here. Names bind symbols (variables, functions,
// typedefs, enumerators) and, in a space of their own, tags (C17 6.2.3).
//
// The session is the outermost scope, depth 0. While a cell compiles, what it declares
// there is an overlay: scope_commit keeps it, scope_rollback brings back what was. Below
// the cells lie the library's names (cell 0), wherever and whenever they are bound.
#ifndef FRONT_SCOPE_H
#define FRONT_SCOPE_H

#include "front/ast.h"
#include "front/front.h"

Scope *scope_new(void);
void scope_destroy(Scope **scope);

// A compilation begins; `arena` holds what its inner scopes bind.
void scope_begin(Scope *scope, Arena *arena);
void scope_commit(Scope *scope);
void scope_rollback(Scope *scope);
// The names bound since scope_begin are forgotten: the program's next file begins.
void scope_next_unit(Scope *scope);
// Only the library's names are left.
void scope_reset(Scope *scope);
// Between these two, with no inner scope open, it is the library whose names are bound:
// below those of the cells, for good. No rollback takes them back, nor the ids given out.
void scope_begin_library(Scope *scope, Arena *arena);
// The library means its own by this name, whatever a cell has made of it.
void scope_lift_library(Scope *scope, Name *name);
// Visits the symbols that were bound.
void scope_end_library(Scope *scope, void (*visit)(void *ctx, Sym *sym), void *ctx);
uint32_t scope_cell(const Scope *scope); // number of the compilation; 0: the library

void scope_push(Scope *scope);
void scope_pop(Scope *scope);
uint32_t scope_depth(const Scope *scope); // 0: the session

// The innermost declaration in force, or NULL.
Sym *scope_find(const Name *name);
Type *scope_find_tag(const Name *name);
// The newest declaration of the name in a block or function that was left, or NULL.
Sym *scope_find_ended(const Scope *scope, const Name *name);
// The declaration in the innermost scope itself, or NULL.
Sym *scope_find_here(const Scope *scope, const Name *name);
Type *scope_find_tag_here(const Scope *scope, const Name *name);
// The library's own declaration, whatever cells and blocks have made of the name, or NULL.
Sym *scope_find_library(const Name *name);
// The session's declaration, even if an inner scope hides it, or NULL.
Sym *scope_find_global(const Name *name);
// The compilation that bound the tag in force.
uint32_t scope_tag_cell(const Name *name);

// Binds in the innermost scope, or in the session's. Replaces an earlier binding of the
// same scope.
void scope_bind(Scope *scope, Name *name, Sym *sym);
void scope_bind_global(Scope *scope, Name *name, Sym *sym);
void scope_bind_tag(Scope *scope, Name *name, Type *type);

// A zeroed symbol that lives as long as the session (or until a rollback).
Sym *scope_new_global_sym(Scope *scope);
uint32_t scope_new_global_id(Scope *scope);
uint32_t scope_new_func_id(Scope *scope);

// Visits the session's symbols in force, the library's first, then the oldest first.
void scope_each_global(const Scope *scope, void (*visit)(void *ctx, Sym *sym), void *ctx);
// Visits the names that the newest compilation has bound and that were another thing (by kind
// or id) in the cell before.
void scope_each_replaced(const Scope *scope,
                         void (*visit)(void *ctx, const Sym *now, const Sym *before),
                         void *ctx);
// Visits the session's tags in force.
void scope_each_tag(const Scope *scope, void (*visit)(void *ctx, Name *name, Type *type),
                    void *ctx);

#endif
