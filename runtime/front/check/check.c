// check.c: a program: its items one by one, and what is run.
//
// What enters: the parser's list of top-level items. What leaves: a Program: functions,
// globals with constant initialisers, and, for a cell, the statements in order. In a cell
// the statements are the body of an unnamed async function; the declarations between them
// are the session's, and an initialiser that is not constant becomes a second ND_DECL
// among the statements.
//
// The library's declarations come through here as well, a few at a time, when a cell is
// the first to mention them (library.c).
//
// Read next: check_inner.h lists the files of this room, check_decl.c is the heart of the
// matter.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// To the end of a list under construction.
static void append(Node ***tail, Node *node) {
    node->next = NULL;
    **tail = node;
    *tail = &node->next;
}

bool check_is_library(const Checker *c, Span span) {
    const Source *source = source_get(c->front->sources, span.source);
    return source != NULL && source->is_system;
}

void check_note_declared(Checker *c, Diag *diag, const Sym *sym) {
    if (sym->is_library || sym->span.source == 0 || check_is_library(c, sym->span))
        return;
    const char *name = sym->name == NULL ? "" : sym->name->text;
    const char *text = sym->kind == SYM_ENUMERATOR || sym->kind == SYM_LABEL ||
                               sym->type->kind == TY_ERROR
                           ? name
                           : type_print_decl(c->arena, sym->type, name);
    diag_note(c->diags, diag, sym->span, "`%s` is declared here", text);
}

// The types asked for everywhere are fetched once.
static void open_checker(Checker *c, Front *front, Arena *arena, Diags *diags) {
    *c = (Checker){.front = front,
                   .arena = arena,
                   .diags = diags,
                   .types = front->types,
                   .scope = front->scope,
                   .names = front->names,
                   .file_mode = front->file_mode};
    c->type_error = type_basic(c->types, TY_ERROR);
    c->type_void = type_basic(c->types, TY_VOID);
    c->type_char = type_basic(c->types, TY_CHAR);
    c->type_int = type_basic(c->types, TY_INT);
    c->type_uint = type_basic(c->types, TY_UINT);
    c->type_long = type_basic(c->types, TY_LONG);
    c->type_ulong = type_basic(c->types, TY_ULONG);
    c->type_double = type_basic(c->types, TY_DOUBLE);
}

// ---------------------------------------------------------------- items

// An initialiser of the session's that must run: it moves to a declaration among the
// statements.
static void split_decl(Checker *c, Node *decl) {
    const Sym *sym = decl->decl_sym;
    const Node *culprit = NULL;
    bool is_ours = sym != NULL && sym->kind == SYM_VAR && sym->storage == STORE_GLOBAL &&
                   decl->init != NULL;
    if (!is_ours || c->file_mode || const_is_static(decl->init, &culprit))
        return;
    Node *run = arena_new(c->arena, Node);
    *run = *decl;
    decl->init = NULL;
    append(&c->statements.tail, run);
}

static void check_statement(Checker *c, Node *node) {
    check_shape_item(c, node);
    scope_push(c->scope); // compound literals in statements are not the session's
    check_stmt(c, node);
    scope_pop(c->scope);
}

// language.md section 3: such a cell with a main in it is a pasted program.
static bool only_declares(const Node *items) {
    for (const Node *item = items; item != NULL; item = item->next) {
        bool declares = item->kind == ND_FUNC || item->kind == ND_DECL ||
                        item->kind == ND_STATIC_ASSERT || item->kind == ND_EMPTY;
        if (!declares)
            return false;
    }
    return true;
}

// Top to bottom, as C reads: a name is known from its declaration on.
static void check_items(Checker *c, Node *items) {
    for (Node *item = items, *next; item != NULL; item = next) {
        next = item->next;
        c->items = item; // those before it are in other lists by now
        switch (item->kind) {
        case ND_FUNC:
            check_func(c, item);
            append(&c->functions.tail, item);
            break;
        case ND_DECL:
            check_decl(c, item);
            split_decl(c, item);
            break;
        case ND_STATIC_ASSERT:
            check_static_assert(c, item);
            break;
        default:
            if (c->func == NULL) // a file's: the parser has reported it
                break;
            check_statement(c, item);
            append(&c->statements.tail, item);
            break;
        }
    }
}

// ---------------------------------------------------------------- the result

// The lists were grown on the heap; a Program lives in its cell's arena.
static Sym **copy_syms(Checker *c, Sym **data, uint32_t count) {
    Sym **copy = arena_array(c->arena, Sym *, count + 1);
    if (count > 0)
        memcpy(copy, data, sizeof(Sym *) * count);
    return copy;
}

// One ND_DECL a variable: the one that initialises it, else the first.
static void collect_globals(Checker *c, Program *program) {
    Node **tail = &program->globals;
    for (uint32_t i = 0; i < c->new_globals.count; i++) {
        Sym *sym = c->new_globals.data[i];
        if (sym->storage == STORE_GLOBAL && sym->body != NULL)
            append(&tail, sym->body);
    }
    program->new_globals.data = copy_syms(c, c->new_globals.data, c->new_globals.count);
    program->new_globals.count = program->new_globals.capacity = c->new_globals.count;
    program->new_funcs.data = copy_syms(c, c->new_funcs.data, c->new_funcs.count);
    program->new_funcs.count = program->new_funcs.capacity = c->new_funcs.count;
}

// A main that is called by the cell's own statements is not run by itself.
static Sym *find_main(Checker *c, const Program *program, bool is_pasted) {
    if (!c->file_mode && !is_pasted)
        return NULL;
    for (const Node *func = program->functions; func != NULL; func = func->next) {
        bool is_main =
            func->decl_sym != NULL && strcmp(func->decl_sym->name->text, "main") == 0;
        if (is_main)
            return check_main(c, func->decl_sym) || c->file_mode ? func->decl_sym : NULL;
    }
    return NULL;
}

// The bodies of earlier cells' symbols lie in arenas that may be gone: a symbol forgets
// its own when all is done.
void check_forget_bodies(const Program *program) {
    for (uint32_t i = 0; i < program->new_funcs.count; i++)
        program->new_funcs.data[i]->body = NULL;
    for (uint32_t i = 0; i < program->new_globals.count; i++)
        program->new_globals.data[i]->body = NULL;
}

Checker *check_open(Front *front, Arena *arena, Diags *diags, bool is_library) {
    Checker *c = arena_new(arena, Checker);
    open_checker(c, front, arena, diags);
    c->program = arena_new(arena, Program);
    c->program->arena = arena;
    c->functions.tail = &c->functions.first;
    c->statements.tail = &c->statements.first;
    c->file_mode = front->file_mode || is_library;
    c->is_pasted = true;
    if (!c->file_mode) {
        c->cell = arena_new(arena, FuncState);
        *c->cell = (FuncState){.is_cell = true, .is_async = true, .result = c->type_void};
        check_open_func(c, c->cell);
    }
    return c;
}

Arena *check_arena(const Checker *c) {
    return c->arena;
}

Diags *check_diags(const Checker *c) {
    return c->diags;
}

// What the skipped text may have declared has an unknown type: on that, everything is
// silent. A cell's own declaration of the name takes its place.
static void bind_unknown(Checker *c, Name *name) {
    Sym *sym = scope_new_global_sym(c->scope);
    sym->kind = SYM_VAR;
    sym->storage = STORE_GLOBAL;
    sym->name = name;
    sym->type = c->type_error;
    sym->is_unknown = true;
    scope_bind_global(c->scope, name, sym);
}

// A name outside of braces may have been declared there, whatever it meant before; one
// inside may be an enumerator, or a function that was meant to end before.
void check_skip(Checker *c, const ParseGaps *gaps) {
    c->gaps = gaps;
    for (uint32_t i = 0; i < gaps->outside.count; i++)
        bind_unknown(c, gaps->outside.data[i]);
    for (uint32_t i = 0; i < gaps->names.count; i++) {
        if (scope_find(gaps->names.data[i]) == NULL)
            bind_unknown(c, gaps->names.data[i]);
    }
}

bool check_is_skipped(const Checker *c, const Name *name) {
    for (uint32_t i = 0; c->gaps != NULL && i < c->gaps->names.count; i++) {
        if (c->gaps->names.data[i] == name)
            return true;
    }
    return false;
}

void check_unit(Checker *c, Node *items) {
    c->items = items;
    c->is_pasted = c->is_pasted && only_declares(items);
    check_items(c, items);
    c->gaps = NULL;
}

// A mistake without a message is ours. The cell is refused as for any other: what the
// session has is not lost.
static void report_untold(Checker *c) {
    Diag *diag = diag_add(c->diags, DIAG_UNTOLD, c->untold);
    diag_note(
        c->diags, diag, (Span){0},
        "this is a defect of Cora, please report it; nothing was run and nothing is "
        "lost, so you can write it in another way");
}

Program *check_close(Checker *c) {
    Program *program = c->program;
    if (c->cell != NULL) {
        check_close_func(c, c->cell);
        program->statements = c->statements.first;
        program->has_await = c->cell->uses_await;
    }
    program->functions = c->functions.first;
    c->func = NULL;
    check_finish_globals(c);
    if (c->diags->error_count == 0 && c->cell != NULL)
        flow_check_cell(c, program->statements);
    collect_globals(c, program);
    program->main_func = find_main(c, program, c->is_pasted);
    check_run_constructors(c, program);
    vec_free(c->told_names);
    vec_free(c->dead_uses);
    vec_free(c->new_globals);
    vec_free(c->new_funcs);
    map_deinit(&c->linked_names);
    if (c->diags->error_count == 0 && c->untold.source != 0)
        report_untold(c);
    return c->diags->error_count == 0 ? program : NULL;
}
