// check_decl.c: declarations: what a name stands for, how it is linked, where it is
// stored (C17 6.2.2, 6.7, 6.9.2).
//
// What enters: an ND_DECL. What leaves: its ->decl_sym, bound in the scope that is open,
// and its initialiser, typed.
//
// The session's names (depth 0). Within one cell C's rules hold: compatible
// redeclarations merge, a second definition is an error. Across cells a name may mean
// anything anew:
//
//     it was             now                  result
//     an x of type T     extern T x; T x();   the earlier one
//     an x of type T     T x; T x() {...}     new symbol, same id: old code sees it
//     anything           anything else        new symbol, new id: old code keeps the old
//     the library's      a fitting mention    the library's
//     the library's      anything else        new symbol: it hides the library's
//
// Read next: check_func.c (definitions of functions), check_init.c, scope.c.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- redeclaration

// For messages.
static const char *sym_word(const Sym *sym) {
    switch (sym->kind) {
    case SYM_FUNC:
        return "a function";
    case SYM_TYPEDEF:
        return "a type";
    case SYM_ENUMERATOR:
        return "an enumerator";
    default:
        return sym->is_param ? "a parameter" : "a variable";
    }
}

// An object with a value of its own, not merely `int x;` (C17 6.9.2p1).
static bool is_initialised(const Sym *sym) {
    return sym->kind == SYM_FUNC
               ? sym->is_defined
               : sym->is_defined && sym->body != NULL && !sym->body->is_tentative;
}

// The symbol belongs to the text being compiled, so C's rules for one translation unit
// hold between it and `decl`.
static bool is_of_this_text(const Checker *c, const Sym *sym, bool is_library) {
    return sym->cell == scope_cell(c->scope) && sym->is_library == is_library;
}

// The session's symbol of this name, also one that only blocks have declared so far.
static Sym *find_linked(const Checker *c, const Name *name) {
    Sym *sym = scope_find_global(name);
    if (sym != NULL && sym->cell == scope_cell(c->scope))
        return sym;
    for (const Hidden *each = c->hidden; each != NULL; each = each->next) {
        if (each->sym->name == name)
            return each->sym;
    }
    return sym;
}

// C17 6.7p4: all declarations of one thing in one scope have compatible types.
static void report_conflict(Checker *c, const GlobalDecl *decl, const Sym *old) {
    Diag *diag;
    if (old->kind != decl->kind)
        diag =
            diag_add(c->diags, DIAG_OTHER_KIND, decl->span, decl->name->text,
                     decl->kind == SYM_FUNC ? "a function" : "a variable", sym_word(old));
    else
        diag = diag_add(c->diags, DIAG_CONFLICTING_TYPES, decl->span, decl->name->text,
                        type_print_decl(c->arena, decl->type, decl->name->text),
                        type_print_decl(c->arena, old->type, decl->name->text));
    check_note_declared(c, diag, old);
}

// C17 6.7.1p3: `thread_local` stands in every declaration of an object or in none.
static bool check_thread_local(Checker *c, const GlobalDecl *decl, const Sym *old) {
    bool is_thread_local = (decl->storage & STORAGE_THREAD) != 0;
    if (is_thread_local == old->is_thread_local)
        return true;
    Diag *diag = diag_add(c->diags, DIAG_LINKAGE, decl->span, decl->name->text,
                          is_thread_local ? "`thread_local`" : "without `thread_local`",
                          is_thread_local ? "without it" : "with it");
    check_note_declared(c, diag, old);
    return false;
}

// C17 6.2.2p4-7: `extern` and plain functions take on what was said before, nothing else
// does.
static bool check_linkage(Checker *c, const GlobalDecl *decl, const Sym *old) {
    bool is_static = (decl->storage & STORAGE_STATIC) != 0;
    bool keeps = (decl->storage & STORAGE_EXTERN) != 0 || decl->kind == SYM_FUNC;
    if (is_static == old->is_static || (!is_static && keeps))
        return true;
    Diag *diag = diag_add(c->diags, DIAG_LINKAGE, decl->span, decl->name->text,
                          is_static ? "`static`" : "not `static`",
                          is_static ? "without it" : "with it");
    check_note_declared(c, diag, old);
    return false;
}

// `int f() {}` has no parameters: no prototype can say otherwise (C17 6.7.6.3p15). As a
// mere declaration `int f();` says nothing.
static bool differs_from_empty(const GlobalDecl *decl, const Sym *old) {
    if (decl->type->kind != TY_FUNC || old->type->kind != TY_FUNC)
        return false;
    bool is_empty = decl->is_definition ? decl->type->is_old_style
                                        : old->is_defined && old->type->is_old_style;
    const Type *defined = decl->is_definition ? decl->type : old->type;
    const Type *other = decl->is_definition ? old->type : decl->type;
    return is_empty && defined->param_count == 0 && other->param_count > 0;
}

// A second declaration in the same text. Returns the symbol both mean, or NULL after a
// message.
static Sym *merge(Checker *c, const GlobalDecl *decl, Sym *old) {
    if (old->kind != decl->kind || !type_compatible(old->type, decl->type) ||
        differs_from_empty(decl, old)) {
        if (decl->type->kind != TY_ERROR)
            report_conflict(c, decl, old);
        return NULL;
    }
    if (!check_linkage(c, decl, old) || !check_thread_local(c, decl, old))
        return NULL;
    check_note_linkage(c, old, decl);
    if (decl->is_definition && old->is_replaceable && old->body != NULL) {
        old->body->kind = ND_EMPTY;
        old->is_replaceable = false;
    } else if (decl->is_definition && is_initialised(old)) {
        Diag *diag = diag_add(c->diags, DIAG_REDEFINED, decl->span, decl->name->text);
        check_note_declared(c, diag, old);
        return NULL;
    }
    Type *composite = type_composite(c->types, old->type, decl->type);
    bool has_names = decl->is_definition && decl->type->unqual == composite->unqual;
    if (has_names && old->type->is_noreturn && !decl->type->is_noreturn) {
        Type proto = *decl->type;
        proto.is_noreturn = true;
        old->type = type_func(c->types, &proto);
    } else {
        old->type = has_names ? decl->type : composite;
    }
    if (decl->is_definition || decl->is_tentative) {
        old->is_extern = old->is_extern && !decl->is_tentative && !decl->is_definition;
        old->span = decl->is_definition ? decl->span : old->span;
    }
    old->is_inline = old->is_inline || (decl->storage & FUNC_INLINE) != 0;
    return old;
}

// ---------------------------------------------------------------- library attributes

// The names that [[cora::op("...")]] may have; unknown ones are plain functions.
static Builtin builtin_of(const char *name) {
    static const struct {
        const char *name;
        Builtin builtin;
    } rows[] = {
        {"gen_next", BI_NEXT},
        {"try_next", BI_TRY_NEXT},
        {"gen_send", BI_SEND},
        {"throw_into", BI_THROW_INTO},
        {"close_gen", BI_CLOSE_GEN},
        {"run", BI_RUN},
        {"create_task", BI_CREATE_TASK},
        {"gather", BI_GATHER},
        {"alloca", BI_ALLOCA},
        {"va_start", BI_VA_START},
        {"va_end", BI_VA_END},
        {"va_copy", BI_VA_COPY},
        {"setjmp", BI_SETJMP},
        {"longjmp", BI_LONGJMP},
        {"unreachable", BI_UNREACHABLE},
        {"next_coro", BI_NEXT_CORO},
        {"send_coro", BI_SEND_CORO},
        {"expect", BI_EXPECT},
        {"constant_p", BI_CONSTANT_P},
        {"layout", BI_LAYOUT},
        {"classify_type", BI_CLASSIFY_TYPE},
        {"object_size", BI_OBJECT_SIZE},
        {"overflow_p", BI_OVERFLOW_P},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].builtin;
    }
    return BI_NONE;
}

// Attributes may stand in front of the declaration or behind the declarator.
const Attr *check_decl_attr(const GlobalDecl *decl, const char *prefix,
                            const char *name) {
    const Attr *attr =
        decl->spec == NULL ? NULL : check_find_attr(decl->spec->attrs, prefix, name);
    if (attr == NULL && decl->declarator != NULL)
        attr = check_find_attr(decl->declarator->attrs, prefix, name);
    return attr;
}

// [[cora::format(printf, 2)]] and GNU's format(printf, 2, 3).
static void set_format(Sym *sym, const Attr *attr) {
    if (attr == NULL || attr->args == NULL || attr->args->kind != ND_NAME ||
        attr->args->next == NULL)
        return;
    const char *style = attr->args->name->text;
    style += strncmp(style, "__", 2) == 0 ? 2 : strncmp(style, "gnu_", 4) == 0 ? 4 : 0;
    const Node *index = attr->args->next;
    if (index->kind != ND_INT || index->value == 0 || index->value > 250)
        return;
    sym->format = strncmp(style, "printf", 6) == 0     ? 'p'
                  : strncmp(style, "scanf", 5) == 0    ? 's'
                  : strncmp(style, "strftime", 8) == 0 ? 't'
                                                       : 0;
    sym->format_index = (uint8_t)index->value;
}

// Most declarations of the library have none, and there are a thousand of them: that case
// leaves first.
static void set_attributes(Sym *sym, const GlobalDecl *decl) {
    if ((decl->spec == NULL || decl->spec->attrs == NULL) &&
        (decl->declarator == NULL || decl->declarator->attrs == NULL)) {
        if (sym->is_library && sym->kind == SYM_FUNC && !decl->is_definition)
            sym->native_name = sym->name->text;
        return;
    }
    const Attr *format = check_decl_attr(decl, "cora", "format");
    set_format(sym, format != NULL ? format : check_decl_attr(decl, "", "format"));
    if (!sym->is_library)
        return;
    const Attr *op = check_decl_attr(decl, "cora", "op");
    if (op != NULL && op->string != NULL)
        sym->builtin = builtin_of(op->string);
    sym->waits_alone = check_decl_attr(decl, "cora", "waits") != NULL;
    sym->is_dual = sym->waits_alone || check_decl_attr(decl, "cora", "dual") != NULL;
    sym->is_overloaded = check_decl_attr(decl, "cora", "overload") != NULL;
    const Attr *options = check_decl_attr(decl, "cora", "options");
    sym->options = options != NULL ? options->string : NULL;
    const Attr *native = check_decl_attr(decl, "cora", "native");
    if (sym->kind == SYM_FUNC && !decl->is_definition)
        sym->native_name =
            native != NULL && native->string != NULL ? native->string : sym->name->text;
}

// ---------------------------------------------------------------- the session's symbols

// The earlier cell's or the library's symbol that this declaration merely mentions, or
// NULL. `void abort(void);` mentions one of several overloads and hides none of them.
static Sym *find_mentioned(const GlobalDecl *decl, Sym *old) {
    bool declares_only = !decl->is_definition && !decl->is_tentative &&
                         (decl->storage & STORAGE_STATIC) == 0;
    for (Sym *sym = declares_only ? old : NULL; sym != NULL;
         sym = sym->is_overloaded ? sym->next : NULL) {
        if (sym->kind == decl->kind && type_compatible(sym->type, decl->type) &&
            sym->type->is_generic == decl->type->is_generic)
            return sym;
    }
    return NULL;
}

// An earlier file of the program has declared the name: both are one thing, if they agree
// (C17 6.2.7p2), and one of them defines it (6.9p5).
static void link_global(Checker *c, const GlobalDecl *decl, Sym *sym) {
    Sym *other =
        sym->is_static || sym->is_library ? NULL : check_find_linked(c, decl->name);
    if (other == NULL || decl->type->kind == TY_ERROR)
        return;
    if (other->kind != decl->kind || !type_compatible(other->type, decl->type)) {
        report_conflict(c, decl, other);
    } else if (decl->is_definition && is_initialised(other)) {
        Diag *diag = diag_add(c->diags, DIAG_REDEFINED, decl->span, decl->name->text);
        check_note_declared(c, diag, other);
    } else {
        sym->id = other->id;
    }
}

// A function's id is settled here, a variable's when its type is complete (settle_id).
static Sym *make_global(Checker *c, const GlobalDecl *decl, const Sym *old) {
    Sym *sym = scope_new_global_sym(c->scope);
    sym->kind = decl->kind;
    sym->storage = decl->kind == SYM_VAR ? STORE_GLOBAL : STORE_NONE;
    sym->name = decl->name;
    sym->type = decl->type;
    sym->span = decl->span;
    sym->is_static = (decl->storage & STORAGE_STATIC) != 0;
    sym->is_inline = (decl->storage & FUNC_INLINE) != 0;
    sym->is_thread_local = (decl->storage & STORAGE_THREAD) != 0;
    sym->is_extern = !decl->is_definition && !decl->is_tentative;
    sym->is_library = check_is_library(c, decl->span);
    set_attributes(sym, decl);
    check_note_linkage(c, sym, decl);
    bool is_anew = old != NULL && old->is_library == sym->is_library;
    sym->version = is_anew ? old->version + 1 : 0;
    if (c->is_linking)
        link_global(c, decl, sym);
    if (decl->kind == SYM_FUNC) {
        bool keeps_id = is_anew && old->kind == SYM_FUNC &&
                        old->type->unqual == decl->type->unqual && !sym->is_overloaded;
        if (sym->id == 0)
            sym->id = keeps_id ? old->id : scope_new_func_id(c->scope);
        vec_push(c->new_funcs, sym);
    }
    return sym;
}

Sym *check_declare_global(Checker *c, const GlobalDecl *decl) {
    bool is_library = check_is_library(c, decl->span);
    Sym *old = find_linked(c, decl->name);
    if (old != NULL && old->is_unknown)
        old = NULL; // it stands for what was skipped
    bool binds_inside = scope_depth(c->scope) > 0 && !decl->is_definition &&
                        c->func != NULL &&
                        !(c->func->is_cell && scope_depth(c->scope) == 0);
    if (old != NULL && is_of_this_text(c, old, is_library)) {
        bool is_overload = is_library && old->is_overloaded &&
                           check_decl_attr(decl, "cora", "overload") != NULL;
        if (!is_overload) {
            Sym *merged = merge(c, decl, old);
            if (merged == NULL)
                return make_global(
                    c, decl,
                    NULL); // unbound: what follows is checked against its own type
            if (binds_inside)
                scope_bind(c->scope, decl->name, merged);
            else if (scope_find_global(decl->name) != merged)
                scope_bind_global(c->scope, decl->name, merged);
            return merged;
        }
        Sym *sym = make_global(c, decl, NULL);
        sym->next = old;
        scope_bind_global(c->scope, decl->name, sym);
        return sym;
    }
    bool is_own = old != NULL && old->is_library && check_is_defined_below(c, decl->name);
    const Name *label = check_label_of(c, decl);
    Sym *mentioned = is_own || label != NULL ? NULL : find_mentioned(decl, old);
    if (mentioned != NULL) {
        if (binds_inside)
            scope_bind(c->scope, decl->name, old);
        return mentioned;
    }
    bool declares_only = !decl->is_definition && decl->kind == SYM_FUNC &&
                         (decl->storage & STORAGE_STATIC) == 0;
    Sym *sym = make_global(c, decl, old);
    if (declares_only && label != NULL)
        old = check_labelled_library(c, label, decl->type);
    if (declares_only && !is_own && old != NULL &&
        check_is_library_function(old, decl->type))
        check_stand_for(c, sym, old);
    if (!binds_inside) {
        scope_bind_global(c->scope, decl->name, sym);
        return sym;
    }
    scope_bind(c->scope, decl->name, sym);
    Hidden *hidden = arena_new(c->arena, Hidden);
    *hidden = (Hidden){c->hidden, sym};
    c->hidden = hidden;
    return sym;
}

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
        !is_of_this_text(c, before, check_is_library(c, span)))
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
    const Sym *global = find_linked(c, d->name);
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
    Type *base = check_spec(c, decl->spec);
    Type *type = base == NULL
                     ? inferred->unqual
                     : check_declarator(c, base, decl->declarator, decl->spec, NULL);
    if ((decl->spec->storage & ~(uint32_t)STORAGE_REGISTER) != 0)
        diag_add(c->diags, DIAG_FOR_STORAGE, decl->spec->span);
    declare_local(c, decl, type);
}

// ---------------------------------------------------------------- the end of a program

// `int a[];` alone has one element (C17 6.9.2p5).
static void finish_tentative(Checker *c, Sym *sym) {
    if (sym->type->kind == TY_ARRAY && !sym->type->is_complete) {
        check_warn(c, DIAG_ONE_ELEMENT, sym->span, sym->name->text);
        sym->type = type_array_of(c->types, sym->type->base, 1);
        return;
    }
    if (sym->name != NULL && sym->type->kind != TY_ERROR)
        check_complete(c, sym->type, sym->span,
                       arena_printf(c->arena, "variable `%s`", sym->name->text));
}

// In a file nothing can define it later; and `static` means that only this text could
// have.
static void check_undefined(Checker *c, const Sym *sym) {
    if (!sym->is_reached || sym->is_defined || sym->is_library ||
        sym->native_name != NULL)
        return;
    if (!sym->is_static && (!c->file_mode || c->is_linking))
        return;
    Diag *diag = diag_add(c->diags, DIAG_NEVER_DEFINED, sym->span, sym->name->text);
    if (sym->first_use.source != 0)
        diag_note(c->diags, diag, sym->first_use, "it is used here");
    diag_note(
        c->diags, diag, (Span){0},
        sym->kind == SYM_FUNC
            ? "give it a body, `{ ... }`, or take the call away"
            : "`extern` only says that it is somewhere: define it without `extern`");
}

// Visits the names in force; older cells' are not this text's concern.
static void check_undefined_variable(void *ctx, Sym *sym) {
    Checker *c = ctx;
    if (sym->kind == SYM_VAR && sym->cell == scope_cell(c->scope))
        check_undefined(c, sym);
}

void check_finish_globals(Checker *c) {
    for (uint32_t i = 0; i < c->new_globals.count; i++) {
        Sym *sym = c->new_globals.data[i];
        if (sym->storage == STORE_GLOBAL && sym->body != NULL && sym->body->is_tentative)
            finish_tentative(c, sym);
    }
    if (c->diags->error_count > 0)
        return; // what is missing may be in what was not understood
    check_join_names(c);
    for (uint32_t i = 0; i < c->new_funcs.count; i++)
        check_undefined(c, c->new_funcs.data[i]);
    scope_each_global(c->scope, check_undefined_variable, c);
    for (const Hidden *each = c->hidden; each != NULL; each = each->next) {
        if (each->sym->kind == SYM_VAR)
            check_undefined(c, each->sym);
    }
    check_finish_links(c);
}
