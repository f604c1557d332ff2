// scope.c: names, by shallow binding: a Name points at what it means now, and each
// binding at the one it hides. Looking up is one load; leaving a scope puts back what it
// hid.
//
//     Name "x" -> depth 2 (a block) -> depth 0, cell 4 -> depth 0, cell 0 (library)
//
// What always holds: along a chain depths fall, and so do cell numbers at depth 0; `open`
// lists every binding of the scopes that are open now, innermost last; `global` lists
// those of the session's cells, oldest first, `library` the library's. A rollback unlinks
// the session bindings made since scope_begin from both ends of `global`.
//
// The library's names are bound when somebody asks for them (library.c), which may be
// long after a cell has bound the same name. While the library is read such names are
// `lifted`: they mean what the library has bound, or nothing; afterwards the cells' chain
// stands on what the library has bound meanwhile.
//
//     Name "size" -> cell 4                    before
//     Name "size" -> cell 0 (library)          lifted, and bound by the library
//     Name "size" -> cell 4 -> cell 0          afterwards
#include "front/scope.h"
#include "base/vec.h"
#include <assert.h>

typedef struct Binding {
    struct Binding *hidden; // what the name meant before
    Name *name;
    Sym *sym;   // or
    Type *type; // a tag
    uint32_t depth;
    uint32_t cell;
} Binding;

typedef struct Lifted { // a name, and what the cells have made of it
    Name *name;
    Binding *symbol, *tag;
} Lifted;

struct Scope {
    Arena arena; // the session's symbols and bindings
    Arena *cell_arena;
    VEC(Binding *) open;
    VEC(Binding *) global;
    VEC(Binding *) library;
    VEC(Lifted) lifted;     // while the library is read
    uint32_t library_first; // of `library`: bound since scope_begin_library
    VEC(uint32_t) starts;   // of each open inner scope, in `open`
    VEC(Binding *) ended;   // of blocks that were left in this compilation
    uint32_t cell;
    struct { // the cell that waits while the library is read
        Arena *arena;
        uint32_t cell;
        uint32_t ended_count;
    } waiting;
    uint32_t next_global_id;
    uint32_t next_func_id;
    // What a rollback goes back to.
    ArenaMark mark;
    uint32_t mark_global_count;
    uint32_t mark_global_id;
    uint32_t mark_func_id;
    bool is_library; // it is read now
};

Scope *scope_new(void) {
    Scope *scope = mem_alloc(sizeof *scope);
    arena_init(&scope->arena);
    scope->next_global_id = 1;
    scope->next_func_id = 1;
    return scope;
}

// Names have two meanings side by side: an identifier's and a tag's (C17 6.2.3).
static Binding *top(const Name *name, bool is_tag) {
    return is_tag ? name->tag : name->symbol;
}

static void set_top(Name *name, bool is_tag, Binding *binding) {
    if (is_tag)
        name->tag = binding;
    else
        name->symbol = binding;
}

// Only the innermost binding can go: scopes close in the order they nest.
static void unbind(Binding *binding) {
    bool is_tag = binding->type != NULL;
    assert(top(binding->name, is_tag) == binding);
    set_top(binding->name, is_tag, binding->hidden);
}

// Newest first, so that each unbind finds its binding on top.
static void truncate_global(Scope *scope, uint32_t count) {
    while (scope->global.count > count)
        unbind(scope->global.data[--scope->global.count]);
}

void scope_destroy(Scope **scope) {
    if (*scope == NULL)
        return;
    vec_free((*scope)->open);
    vec_free((*scope)->global);
    vec_free((*scope)->library);
    vec_free((*scope)->lifted);
    vec_free((*scope)->starts);
    vec_free((*scope)->ended);
    arena_deinit(&(*scope)->arena);
    mem_free(*scope);
    *scope = NULL;
}

// ---------------------------------------------------------------- cells

// What exists now survives a rollback.
static void set_mark(Scope *scope) {
    scope->mark = arena_mark(&scope->arena);
    scope->mark_global_id = scope->next_global_id;
    scope->mark_func_id = scope->next_func_id;
}

void scope_begin(Scope *scope, Arena *arena) {
    assert(scope->starts.count == 0 && !scope->is_library);
    scope->cell_arena = arena;
    scope->ended.count = 0;
    scope->cell++;
    scope->mark_global_count = scope->global.count;
    set_mark(scope);
}

// A compilation that stopped early leaves scopes open.
static void close_inner(Scope *scope) {
    while (scope->starts.count > 0)
        scope_pop(scope);
}

void scope_commit(Scope *scope) {
    close_inner(scope);
    scope->cell_arena = NULL;
}

void scope_rollback(Scope *scope) {
    close_inner(scope);
    truncate_global(scope, scope->mark_global_count);
    arena_reset_to(&scope->arena, scope->mark);
    scope->next_global_id = scope->mark_global_id;
    scope->next_func_id = scope->mark_func_id;
    scope->cell_arena = NULL;
}

// The symbols stay: what has external linkage is looked for in later files
// (check_link.c).
void scope_next_unit(Scope *scope) {
    assert(scope->starts.count == 0);
    truncate_global(scope, scope->mark_global_count);
}

// The arena keeps what the cells had: compiled code of running tasks may still be
// described by it.
void scope_reset(Scope *scope) {
    close_inner(scope);
    truncate_global(scope, 0);
}

// ---------------------------------------------------------------- the library

void scope_begin_library(Scope *scope, Arena *arena) {
    assert(scope->starts.count == 0 && !scope->is_library);
    scope->is_library = true;
    scope->waiting.arena = scope->cell_arena;
    scope->waiting.cell = scope->cell;
    scope->waiting.ended_count = scope->ended.count;
    scope->cell_arena = arena;
    scope->cell = 0;
    scope->library_first = scope->library.count;
}

// The first binding in the chain that no cell made.
static Binding *below_cells(Binding *binding) {
    while (binding != NULL && binding->cell > 0)
        binding = binding->hidden;
    return binding;
}

void scope_lift_library(Scope *scope, Name *name) {
    assert(scope->is_library);
    Binding *symbol = below_cells(name->symbol), *tag = below_cells(name->tag);
    if (symbol == name->symbol && tag == name->tag)
        return;
    vec_push(scope->lifted, ((Lifted){name, name->symbol, name->tag}));
    name->symbol = symbol;
    name->tag = tag;
}

// The chain of the cells, standing on what the library means by the name now.
static Binding *put_back(Binding *cells, Binding *library) {
    if (cells == NULL || cells->cell == 0)
        return library;
    Binding *last = cells;
    while (last->hidden != NULL && last->hidden->cell > 0)
        last = last->hidden;
    last->hidden = library;
    return cells;
}

// A cell that is open begins anew with what there is: its rollback must not take what the
// library has bound.
void scope_end_library(Scope *scope, void (*visit)(void *ctx, Sym *sym), void *ctx) {
    assert(scope->is_library && scope->starts.count == 0);
    while (scope->lifted.count > 0) {
        Lifted *lifted = &scope->lifted.data[--scope->lifted.count];
        lifted->name->symbol = put_back(lifted->symbol, lifted->name->symbol);
        lifted->name->tag = put_back(lifted->tag, lifted->name->tag);
    }
    scope->ended.count = scope->waiting.ended_count;
    scope->cell_arena = scope->waiting.arena;
    scope->cell = scope->waiting.cell;
    scope->is_library = false;
    set_mark(scope);
    for (uint32_t i = scope->library_first; i < scope->library.count; i++) {
        if (scope->library.data[i]->sym != NULL)
            visit(ctx, scope->library.data[i]->sym);
    }
}

uint32_t scope_cell(const Scope *scope) {
    return scope->cell;
}

// ---------------------------------------------------------------- nesting

void scope_push(Scope *scope) {
    vec_push(scope->starts, scope->open.count);
}

void scope_pop(Scope *scope) {
    assert(scope->starts.count > 0);
    uint32_t start = scope->starts.data[--scope->starts.count];
    while (scope->open.count > start) {
        Binding *binding = scope->open.data[--scope->open.count];
        unbind(binding);
        vec_push(scope->ended, binding);
    }
}

Sym *scope_find_ended(const Scope *scope, const Name *name) {
    for (uint32_t i = scope->ended.count; i-- > 0;) {
        const Binding *binding = scope->ended.data[i];
        if (binding->name == name && binding->sym != NULL && !binding->sym->is_unknown)
            return binding->sym;
    }
    return NULL;
}

uint32_t scope_depth(const Scope *scope) {
    return scope->starts.count;
}

Sym *scope_find(const Name *name) {
    const Binding *binding = name->symbol;
    return binding == NULL ? NULL : binding->sym;
}

Sym *scope_find_library(const Name *name) {
    const Binding *binding = below_cells(name->symbol);
    return binding != NULL ? binding->sym : NULL;
}

Type *scope_find_tag(const Name *name) {
    const Binding *binding = name->tag;
    return binding == NULL ? NULL : binding->type;
}

// A binding belongs to the innermost scope when its depth says so.
static Binding *here(const Scope *scope, const Name *name, bool is_tag) {
    Binding *binding = top(name, is_tag);
    return binding != NULL && binding->depth == scope->starts.count ? binding : NULL;
}

Sym *scope_find_here(const Scope *scope, const Name *name) {
    const Binding *binding = here(scope, name, false);
    return binding == NULL ? NULL : binding->sym;
}

Type *scope_find_tag_here(const Scope *scope, const Name *name) {
    const Binding *binding = here(scope, name, true);
    return binding == NULL ? NULL : binding->type;
}

Sym *scope_find_global(const Name *name) {
    const Binding *binding = name->symbol;
    while (binding != NULL && binding->depth > 0)
        binding = binding->hidden;
    return binding == NULL ? NULL : binding->sym;
}

uint32_t scope_tag_cell(const Name *name) {
    const Binding *binding = name->tag;
    return binding == NULL ? 0 : binding->cell;
}

// ---------------------------------------------------------------- binding

// A binding of the session, a cell's or the library's.
static Binding *new_global(Scope *scope) {
    Binding *binding = arena_new(&scope->arena, Binding);
    if (scope->is_library)
        vec_push(scope->library, binding);
    else
        vec_push(scope->global, binding);
    return binding;
}

// In the same scope of the same text a name is bound once: a new meaning replaces the
// old.
static void bind(Scope *scope, Name *name, Sym *sym, Type *type) {
    Binding *old = here(scope, name, type != NULL);
    if (old != NULL && old->cell == scope->cell) {
        old->sym = sym;
        old->type = type;
        return;
    }
    bool is_global = scope->starts.count == 0;
    Binding *binding =
        is_global ? new_global(scope) : arena_new(scope->cell_arena, Binding);
    *binding = (Binding){.hidden = top(name, type != NULL),
                         .name = name,
                         .sym = sym,
                         .type = type,
                         .depth = scope->starts.count,
                         .cell = scope->cell};
    set_top(name, type != NULL, binding);
    if (!is_global)
        vec_push(scope->open, binding);
}

void scope_bind(Scope *scope, Name *name, Sym *sym) {
    bind(scope, name, sym, NULL);
}

// An inner scope may hide the session's name (block-scope extern): the binding goes below
// those.
void scope_bind_global(Scope *scope, Name *name, Sym *sym) {
    Binding *above = NULL;
    Binding *below = name->symbol;
    while (below != NULL && below->depth > 0) {
        above = below;
        below = below->hidden;
    }
    if (below != NULL && below->cell == scope->cell) {
        below->sym = sym;
        return;
    }
    Binding *binding = new_global(scope);
    *binding = (Binding){.hidden = below, .name = name, .sym = sym, .cell = scope->cell};
    if (above == NULL)
        name->symbol = binding;
    else
        above->hidden = binding;
}

void scope_bind_tag(Scope *scope, Name *name, Type *type) {
    bind(scope, name, NULL, type);
}

Sym *scope_new_global_sym(Scope *scope) {
    Sym *sym = arena_new(&scope->arena, Sym);
    sym->cell = scope->cell;
    return sym;
}

uint32_t scope_new_global_id(Scope *scope) {
    return scope->next_global_id++;
}

uint32_t scope_new_func_id(Scope *scope) {
    return scope->next_func_id++;
}

// Those of one list that are in force.
static void each_global(Binding *const *data, uint32_t count,
                        void (*visit)(void *ctx, Sym *sym), void *ctx) {
    for (uint32_t i = 0; i < count; i++) {
        const Binding *binding = data[i];
        if (binding->sym != NULL && scope_find_global(binding->name) == binding->sym)
            visit(ctx, binding->sym);
    }
}

void scope_each_global(const Scope *scope, void (*visit)(void *ctx, Sym *sym),
                       void *ctx) {
    each_global(scope->library.data, scope->library.count, visit, ctx);
    each_global(scope->global.data, scope->global.count, visit, ctx);
}

void scope_each_replaced(const Scope *scope,
                         void (*visit)(void *ctx, const Sym *now, const Sym *before),
                         void *ctx) {
    for (uint32_t i = scope->mark_global_count; i < scope->global.count; i++) {
        const Binding *now = scope->global.data[i];
        if (now->sym == NULL || now->name->symbol != now)
            continue;
        const Binding *before = now->hidden;
        while (before != NULL && before->cell == scope->cell)
            before = before->hidden;
        bool is_of_cell = before != NULL && before->cell > 0;
        if (is_of_cell &&
            (before->sym->kind != now->sym->kind || before->sym->id != now->sym->id))
            visit(ctx, now->sym, before->sym);
    }
}

static void each_tag(Binding *const *data, uint32_t count,
                     void (*visit)(void *ctx, Name *name, Type *type), void *ctx) {
    for (uint32_t i = 0; i < count; i++) {
        const Binding *binding = data[i];
        if (binding->type != NULL && binding->name->tag == binding)
            visit(ctx, binding->name, binding->type);
    }
}

void scope_each_tag(const Scope *scope, void (*visit)(void *ctx, Name *name, Type *type),
                    void *ctx) {
    each_tag(scope->library.data, scope->library.count, visit, ctx);
    each_tag(scope->global.data, scope->global.count, visit, ctx);
}
