// check_decl.c: declarations: what a name stands for, where it is stored (C17 6.7, 6.9.2).
//
// What enters: an ND_DECL. What leaves: its ->decl_sym, bound in the scope that is open,
// and its initialiser, typed.
//
// Read next: check_global.c (names with linkage), check_func.c (definitions of functions),
// check_init.c, scope.c.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- typedefs

// The name was used in front of its declaration, and reported there: a note says why.
static void note_declared_below(Checker *c, const Sym *unknown, Span span) {
    for (uint32_t i = 0; i < c->diags->list.count; i++) {
        Diag *diag = c->diags->list.data[i];
        if ((diag->code == DIAG_UNKNOWN_NAME || diag->code == DIAG_UNKNOWN_FUNCTION) &&
            diag->span.begin == unknown->span.begin &&
            diag->span.source == unknown->span.source)
            diag_note(c->diags, diag, span,
                      "it is declared here, further down: a name is known from its "
                      "declaration on");
    }
}

// A name that this scope's text has already given another meaning. True when there was a
// message.
static bool report_redefinition(Checker *c, const Name *name, Span span) {
    const Sym *before = scope_find_here(c->scope, name);
    if (before == NULL)
        return false;
    if (before->is_unknown) {
        note_declared_below(c, before, span);
        return false;
    }
    if (scope_depth(c->scope) == 0 &&
        !check_is_of_this_text(c, before, check_is_library(c, span)))
        return false;
    Diag *diag = diag_add(c->diags, DIAG_REDEFINED, span, name->text);
    check_note_declared(c, diag, before);
    return true;
}

// typedef struct {...} point; is shown as `point` in messages.
static void name_anonymous(Checker *c, Type *type, Name *name) {
    Type *plain = type->unqual;
    bool is_tagged = type_is_record(plain) || plain->kind == TY_ENUM;
    bool is_private = plain->tag_name == NULL || // `typedef struct __FILE FILE;`
                      (check_is_library(c, plain->span) &&
                       strncmp(plain->tag_name->text, "__", 2) == 0);
    if ((is_tagged && is_private && plain->typedef_name == NULL) ||
        (plain->kind == TY_HANDLE && plain->typedef_name == NULL)) {
        type_table_touch(c->types, plain);
        plain->typedef_name = name;
    }
}

static bool find_typedef_attr(const Node *node, const char *name) {
    return check_find_attr(node->spec->attrs, "", name) != NULL ||
           check_find_attr(node->declarator->attrs, "", name) != NULL;
}

// C17 6.7.8. The same name for the same type may be declared again (6.7p3).
static void declare_typedef(Checker *c, Node *node, Type *type) {
    Declarator *d = node->declarator;
    if (node->init != NULL)
        diag_add(c->diags, DIAG_TYPEDEF_INIT, node->init->span, d->name->text);
    node->init = NULL;
    Sym *before = scope_find_here(c->scope, d->name);
    bool is_same = before != NULL && before->kind == SYM_TYPEDEF &&
                   type_same(before->type, type) && !type->is_vla; // C17 6.7p3
    if (is_same) {
        if (scope_depth(c->scope) > 0 || before->cell == scope_cell(c->scope)) {
            node->decl_sym = before;
            return;
        }
    } else if (report_redefinition(c, d->name, d->span)) {
        return;
    }
    bool is_global = scope_depth(c->scope) == 0;
    Sym *sym = is_global ? scope_new_global_sym(c->scope) : arena_new(c->arena, Sym);
    sym->kind = SYM_TYPEDEF;
    sym->name = d->name;
    sym->span = d->span;
    uint32_t align_bytes = check_alignment(c, node->spec, d->attrs, type);
    sym->align_bytes = align_bytes;
    sym->type = check_func_attrs(c, type, node->spec, d);
    sym->cell = scope_cell(c->scope);
    sym->depth = scope_depth(c->scope);
    sym->is_library = check_is_library(c, d->span);
    sym->version =
        before != NULL && before->is_library == sym->is_library ? before->version + 1 : 0;
    name_anonymous(c, type, d->name);
    if (type->kind == TY_UNION && find_typedef_attr(node, "transparent_union")) {
        type_table_touch(c->types, type->unqual);
        type->unqual->is_transparent = true;
    }
    scope_bind(c->scope, d->name, sym);
    node->decl_sym = sym;
    if (check_is_variably_modified(type) && c->func != NULL)
        c->func->barrier = check_barrier(
            c, d->span, arena_printf(c->arena, "the scope of `%s`", d->name->text));
}

// ---------------------------------------------------------------- variables

Sym *check_new_local(Checker *c, Name *name, Type *type, Span span) {
    Sym *sym = arena_new(c->arena, Sym);
    sym->kind = SYM_VAR;
    sym->storage = STORE_AUTO;
    sym->name = name;
    sym->type = type;
    sym->span = span;
    sym->cell = scope_cell(c->scope);
    sym->depth = scope_depth(c->scope);
    sym->is_library = false;
    sym->is_defined = true;
    sym->in_memory = type_is_aggregate(type) || (type->quals & QUAL_VOLATILE) != 0;
    return sym;
}

// `const int n = 4;`: the value, for those who may use it.
void check_note_constant(Sym *sym, const Node *init) {
    bool is_const = (sym->type->quals & (QUAL_CONST | QUAL_VOLATILE)) == QUAL_CONST;
    if (is_const && init != NULL && init->kind == ND_INT && type_is_integer(sym->type)) {
        sym->is_const_init = true;
        sym->value = (int64_t)init->value;
    }
    if (!sym->is_constexpr || init == NULL)
        return;
    if (init->kind == ND_INT && type_is_integer(sym->type)) {
        sym->value = (int64_t)init->value;
        sym->is_const_value = true;
    } else if (init->kind == ND_FLOAT) {
        memcpy(&sym->value, &init->number, sizeof sym->value);
        sym->is_const_value = true;
    }
}

// C17 6.7.9p4, with the way out.
static void report_not_static(Checker *c, const Node *culprit, const Sym *sym) {
    if (is_error(culprit))
        return; // it was told
    ArithFault fault = const_fault(culprit);
    if (fault == ARITH_OVERFLOW) {
        diag_add(c->diags, DIAG_CONSTANT_OVERFLOW, culprit->span);
        return;
    }
    Diag *diag = diag_add(c->diags, DIAG_INIT_NOT_CONSTANT, culprit->span,
                          sym->name == NULL ? "this object" : sym->name->text);
    if (fault == ARITH_DIV_ZERO)
        diag_note(c->diags, diag, culprit->op_span, "it divides by zero");
    else
        diag_note(c->diags, diag, (Span){0},
                  "%s is initialised before the program runs: %s",
                  sym->name == NULL              ? "a static or constexpr object"
                  : sym->storage == STORE_STATIC ? "a `static` variable"
                                                 : "a variable outside of all functions",
                  sym->name == NULL              ? "leave that word out"
                  : sym->storage == STORE_STATIC ? "assign to it instead"
                                                 : "assign to it in a function");
}

void check_require_static(Checker *c, Node *init, const Sym *sym) {
    const Node *culprit = NULL;
    if (const_is_static(init, &culprit))
        return;
    const_settle(init);
    if (!const_is_static(init, &culprit))
        report_not_static(c, culprit, sym);
}

// A flexible array was initialised: the object is longer than its type.
static bool is_extended(const Node *init, const Type *type) {
    if (init->kind != ND_INIT || type->kind != TY_STRUCT)
        return false;
    for (const InitItem *item = init->init_items; item != NULL; item = item->next) {
        if (item->offset_bytes + item->type->size_bytes > type->size_bytes &&
            item->bitfield == NULL)
            return true;
    }
    return false;
}

// Checks the initialiser of `sym`; a static object's must be constant unless the cell can
// run it.
static void init_variable(Checker *c, Node *node, Sym *sym) {
    bool is_static =
        sym->storage != STORE_AUTO || (node->spec->storage & STORAGE_CONSTEXPR) != 0;
    bool can_run = sym->storage == STORE_GLOBAL && c->func != NULL && c->func->is_cell;
    Type *type = sym->type;
    if (type->is_vla) { // C17 6.7.9p3
        Diag *diag = diag_add(c->diags, DIAG_VLA_INIT, node->init->span, sym->name->text);
        diag_note(c->diags, diag, (Span){0},
                  "assign its elements in a loop, or clear it with `memset`");
        node->init = NULL;
        sym->type = c->type_error;
        return;
    }
    node->init = check_init(c, node->init, &type, is_static);
    if (node->init->kind == ND_COMPOUND && node->init->sym != NULL)
        node->init = node->init->compound_init; // T x = (T){...}: as if without the (T)
    // `struct p q = &r;` may have lost its `*`: what is done with q is told no more. A type
    // that is not complete is the mistake, and is still to be told.
    sym->type = is_error(node->init) && type->is_complete ? c->type_error : type;
    bool must_be_constant = is_static && !is_error(node->init) &&
                            (!can_run || (node->spec->storage & STORAGE_CONSTEXPR) != 0 ||
                             is_extended(node->init, type));
    if (must_be_constant)
        check_require_static(c, node->init, sym);
    sym->is_constexpr = (node->spec->storage & STORAGE_CONSTEXPR) != 0;
    check_sign_stored(c, sym, node->init);
    check_note_constant(sym, node->init);
}

// An outer block's variable or a parameter becomes invisible. Names with an underscore in
// front or behind are macros' own. What the session has is not counted: there it piles up.
static void warn_shadow(Checker *c, const Declarator *d) {
    const Sym *outer = scope_find(d->name);
    if (outer == NULL || outer->kind != SYM_VAR || outer->is_unknown ||
        outer->depth == 0 || outer->depth >= scope_depth(c->scope) ||
        d->name->text[0] == '_' || d->name->text[strlen(d->name->text) - 1] == '_')
        return;
    Diag *diag = check_warn(c, DIAG_SHADOW, d->span, d->name->text);
    if (diag != NULL)
        check_note_declared(c, diag, outer);
}

// The scope of the name begins before its initialiser (C17 6.2.1p7): int x = x; names
// itself.
static void declare_local(Checker *c, Node *node, Type *type) {
    Declarator *d = node->declarator;
    warn_shadow(c, d);
    bool is_static = (node->spec->storage & (STORAGE_STATIC | STORAGE_THREAD)) != 0;
    report_redefinition(c, d->name, d->span);
    Sym *sym = check_new_local(c, d->name, type, d->span);
    if (is_static) {
        sym->storage = STORE_STATIC;
        sym->is_static = true;
        sym->id = scope_new_global_id(c->scope);
        sym->body = node;
        vec_push(c->new_globals, sym);
        if (type->is_vla)
            diag_add(c->diags, DIAG_VLA_STATIC, d->span, d->name->text);
    }
    sym->align_bytes = check_alignment(c, node->spec, d->attrs, type);
    sym->is_register = (node->spec->storage & STORAGE_REGISTER) != 0;
    scope_bind(c->scope, d->name, sym);
    node->decl_sym = sym;
    if (check_is_variably_modified(type))
        c->func->barrier = check_barrier(
            c, d->span, arena_printf(c->arena, "the scope of `%s`", d->name->text));
    if (node->init != NULL)
        init_variable(c, node, sym);
    const char *what = arena_printf(c->arena, "variable `%s`", d->name->text);
    if (!check_complete(c, sym->type, d->span, what))
        sym->type = c->type_error;
    sym->in_memory = sym->in_memory || type_is_aggregate(sym->type);
}

// The id of a variable whose type is known at last: the old one's if its type is
// unchanged.
static void settle_id(Checker *c, Sym *sym, const Sym *old) {
    bool keeps = old != NULL && old->kind == SYM_VAR && old->storage == STORE_GLOBAL &&
                 old->is_library == sym->is_library && type_same(old->type, sym->type);
    sym->id = keeps ? old->id : scope_new_global_id(c->scope);
}

// C17 6.9.2: an initialiser defines, none and no `extern` defines tentatively, `extern`
// only declares.
static void declare_session_variable(Checker *c, Node *node, Type *type) {
    Declarator *d = node->declarator;
    uint32_t storage = node->spec->storage;
    bool is_extern = (storage & STORAGE_EXTERN) != 0;
    GlobalDecl decl = {.name = d->name,
                       .type = type,
                       .span = d->span,
                       .storage = storage,
                       .kind = SYM_VAR,
                       .is_definition = node->init != NULL,
                       .is_tentative = node->init == NULL && !is_extern,
                       .spec = node->spec,
                       .declarator = d};
    if ((storage & STORAGE_CONSTEXPR) != 0)
        decl.storage |= STORAGE_STATIC;
    const Sym *old = scope_find_global(d->name);
    Sym *sym = check_declare_global(c, &decl);
    node->decl_sym = sym;
    uint32_t align_bytes = check_alignment(c, node->spec, d->attrs, type);
    if (align_bytes > sym->align_bytes)
        sym->align_bytes = align_bytes;
    bool makes = decl.is_definition || decl.is_tentative;
    node->is_tentative = decl.is_tentative;
    if (makes) {
        if (!sym->is_defined)
            vec_push(c->new_globals, sym);
        if (sym->body == NULL || decl.is_definition)
            sym->body = node;
        sym->is_defined = true;
    }
    if (node->init != NULL)
        init_variable(c, node, sym);
    // `int a[];` may be completed further down, a static one may not (C17 6.9.2p3).
    bool must_be_complete = decl.is_definition || sym->type->kind == TY_VOID ||
                            (decl.is_tentative && sym->is_static);
    if (must_be_complete)
        if (!check_complete(c, sym->type, d->span,
                            arena_printf(c->arena, "variable `%s`", d->name->text)))
            sym->type = c->type_error;
    if (sym->id == 0)
        settle_id(c, sym, old);
}

// static int x; int f(void) { int x; { extern int x; } }: the local hides that x is
// static, so x is both (C17 6.2.2p7).
static bool report_two_linkages(Checker *c, const Declarator *d) {
    const Sym *visible = scope_find(d->name);
    const Sym *global = check_find_session(c, d->name);
    bool is_hidden = visible != NULL && visible != global && visible->kind == SYM_VAR &&
                     (visible->storage == STORE_AUTO || visible->storage == STORE_STATIC);
    if (!is_hidden || global == NULL || !global->is_static || global->is_library ||
        global->cell != scope_cell(c->scope))
        return false;
    Diag *diag = diag_add(c->diags, DIAG_LINKAGE, d->span, d->name->text,
                          "`extern` where another one hides it", "`static`");
    check_note_declared(c, diag, global);
    return true;
}

// extern inside a block (C17 6.2.2p4); an initialiser has no place there.
static void declare_block_extern(Checker *c, Node *node, Type *type) {
    Declarator *d = node->declarator;
    if (node->init != NULL) {
        diag_add(c->diags, DIAG_EXTERN_INIT, node->init->span, d->name->text);
        node->init = NULL;
    }
    const Sym *before = scope_find_here(c->scope, d->name);
    if (before != NULL && before->storage != STORE_GLOBAL &&
        report_redefinition(c, d->name, d->span))
        return;
    if (check_is_variably_modified(type)) { // C17 6.7.6.2p2
        diag_add(c->diags, DIAG_VLA_STATIC, d->span, d->name->text);
        return;
    }
    GlobalDecl decl = {.name = d->name,
                       .type = type,
                       .span = d->span,
                       .storage = node->spec->storage,
                       .kind = SYM_VAR,
                       .spec = node->spec,
                       .declarator = d};
    if (report_two_linkages(c, d))
        return;
    Sym *sym = check_declare_global(c, &decl);
    if (sym->id == 0)
        sym->id = scope_new_global_id(c->scope);
    node->decl_sym = sym;
}

// ---------------------------------------------------------------- functions without a
// body

// C17 6.7.1p7: inside a block a function is extern or nothing.
static void declare_function(Checker *c, Node *node, Type *type) {
    Declarator *d = node->declarator;
    uint32_t storage = node->spec->storage;
    if (node->init != NULL) {
        diag_add(c->diags, DIAG_FUNC_INIT, node->init->span, d->name->text);
        node->init = NULL;
    }
    uint32_t bad = storage & (STORAGE_THREAD | STORAGE_CONSTEXPR);
    if (scope_depth(c->scope) > 0) // at the top level check_storage says it
        bad |= storage & (STORAGE_AUTO | STORAGE_REGISTER | STORAGE_STATIC);
    if (bad != 0)
        diag_add(c->diags, DIAG_FUNC_STORAGE, d->span, d->name->text,
                 check_storage_word(bad));
    const Sym *before =
        scope_depth(c->scope) > 0 ? scope_find_here(c->scope, d->name) : NULL;
    if (before != NULL && before->kind != SYM_FUNC &&
        report_redefinition(c, d->name, d->span))
        return;
    GlobalDecl decl = {.name = d->name,
                       .type = check_func_attrs(c, type, node->spec, d),
                       .span = d->span,
                       .storage = storage,
                       .kind = SYM_FUNC,
                       .spec = node->spec,
                       .declarator = d};
    node->decl_sym = check_declare_global(c, &decl);
}

// ---------------------------------------------------------------- one declaration

// `struct s { ... };`, `enum { A, B };`, or nothing at all.
static void check_lone_spec(Checker *c, Node *node) {
    DeclSpec *spec = node->spec;
    if ((spec->words & SPEC_TAG) == 0) {
        uint32_t mistakes = c->diags->error_count;
        const Type *type = check_spec(c, spec);
        if ((type == NULL || type->kind != TY_ERROR) && mistakes == c->diags->error_count)
            diag_add(c->diags, DIAG_DECLARES_NOTHING, node->span);
        return;
    }
    bool is_plain = spec->quals == 0 && (spec->storage & ~(uint32_t)STORAGE_TYPEDEF) == 0;
    Type *type = spec->type != NULL ? spec->type : check_tag(c, spec->tag, is_plain);
    spec->type = type;
    bool declares =
        spec->tag->name != NULL || (spec->tag->kind == TY_ENUM && spec->tag->has_body);
    if (!declares && type->kind != TY_ERROR && !type->unqual->is_broken)
        diag_add(c->diags, DIAG_DECLARES_NOTHING, node->span);
    else if ((spec->storage & (FUNC_INLINE | FUNC_NORETURN)) != 0)
        diag_add(c->diags, DIAG_INLINE_VARIABLE, spec->span,
                 check_inline_word(spec->storage));
}

// C23 `auto x = e;`: the type of the value (C23 6.7.10).
static Type *inferred_type(Checker *c, Node *node) {
    Declarator *d = node->declarator;
    if (d->parts != NULL && d->parts->kind != PART_POINTER) {
        diag_add(c->diags, DIAG_AUTO_DECLARATOR, d->span, d->name->text);
        return c->type_error;
    }
    if (node->init == NULL || node->init->kind == ND_INIT_LIST) {
        diag_add(c->diags, DIAG_AUTO_NO_INIT, d->span, d->name->text);
        node->init = NULL;
        return c->type_error;
    }
    node->init = check_value(c, node->init);
    Type *type = node->init->type->unqual;
    uint8_t quals = node->spec->quals;
    if ((node->spec->storage & STORAGE_CONSTEXPR) != 0)
        quals |= QUAL_CONST;
    return type_qualified(c->types, type, quals);
}

// constexpr makes the object const (C23 6.7.2).
static Type *declared_type(Checker *c, Node *node) {
    Type *base = check_spec(c, node->spec);
    if (base == NULL)
        return inferred_type(c, node);
    Type *type = check_declarator(c, base, node->declarator, node->spec, NULL);
    type = check_mode(c, type, node->spec, node->declarator);
    if ((node->spec->storage & STORAGE_CONSTEXPR) != 0 && type->kind != TY_ERROR) {
        if (node->init == NULL)
            diag_add(c->diags, DIAG_CONSTEXPR_NO_INIT, node->declarator->span,
                     node->declarator->name->text);
        type = type_qualified(c->types, type, QUAL_CONST);
    }
    return type;
}

void check_decl(Checker *c, Node *node) {
    assert(node->kind == ND_DECL);
    assert(node->decl_sym == NULL); // each is declared once
    if (node->declarator == NULL || node->declarator->name == NULL) {
        check_lone_spec(c, node);
        return;
    }
    Type *type = declared_type(c, node);
    check_storage(c, node, type);
    if ((node->spec->storage & STORAGE_TYPEDEF) != 0)
        declare_typedef(c, node, type);
    else if (type->kind == TY_FUNC)
        declare_function(c, node, type);
    else if (scope_depth(c->scope) == 0)
        declare_session_variable(c, node, type);
    else if ((node->spec->storage & STORAGE_EXTERN) != 0)
        declare_block_extern(c, node, type);
    else
        declare_local(c, node, type);
}

void check_single_decl(Checker *c, Node *decl, Type *inferred) {
    assert(decl->kind == ND_DECL && decl->init == NULL);
    Type *base = check_spec(c, decl->spec);
    Type *type = base == NULL
                     ? inferred->unqual
                     : check_declarator(c, base, decl->declarator, decl->spec, NULL);
    if ((decl->spec->storage & ~(uint32_t)STORAGE_REGISTER) != 0)
        diag_add(c->diags, DIAG_FOR_STORAGE, decl->spec->span);
    declare_local(c, decl, type);
}
