// check_global.c: names with linkage: the variables and functions of the session, wherever
// they are declared (C17 6.2.2, 6.2.7, 6.7p4, 6.9).
//
// What enters: a GlobalDecl, what one declaration says. What leaves: the symbol it is
// about, which may be one that was there. At the end of the text all of them are looked at
// once more, for what is still missing.
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
// Read next: check_link.c (several files of one program), check_alias.c, scope.c.
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

bool check_is_of_this_text(const Checker *c, const Sym *sym, bool is_library) {
    return sym->cell == scope_cell(c->scope) && sym->is_library == is_library;
}

Sym *check_find_session(const Checker *c, const Name *name) {
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
    assert(decl->kind == SYM_VAR || decl->kind == SYM_FUNC);
    assert(decl->name != NULL && decl->type != NULL);
    bool is_library = check_is_library(c, decl->span);
    Sym *old = check_find_session(c, decl->name);
    if (old != NULL && old->is_unknown)
        old = NULL; // it stands for what was skipped
    bool binds_inside = scope_depth(c->scope) > 0 && !decl->is_definition &&
                        c->func != NULL &&
                        !(c->func->is_cell && scope_depth(c->scope) == 0);
    if (old != NULL && check_is_of_this_text(c, old, is_library)) {
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
