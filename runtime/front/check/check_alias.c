// check_alias.c: names that only a linker sees, and what a loader does around main (gcc
// manual, "Asm Labels", "Common Function Attributes").
//
// What enters: the symbols of one text, whose declarations may say
//
//     int f(int) __asm__("g");                           a linker calls f: g
//     int f(int) __attribute__((alias("g")));            f is the g of this text
//     int f(int) __attribute__((weak));                  f may be missing
//     static int f(int) __attribute__((weakref("g")));   f is g, which may be missing
//     void f(void) __attribute__((constructor));         f runs in front of main
//
// What leaves: a symbol without a definition has the id of the one it means, and is one
// with it for everything behind this room; one that is missing is is_absent: its address
// is null. Constructors stand as calls at the beginning of main's body, or of the cell that
// defines them; destructors are given to atexit there.
//
// Read next: check_link.c, which does the same for programs of several files.
#include "front/check/check_inner.h"

#include <string.h>

enum { DEFAULT_PRIORITY = 65535 }; // gcc's, for a constructor that says none

// ---------------------------------------------------------------- what declarations say

static Name *string_of(Checker *c, const Attr *attr) {
    return attr == NULL || attr->string == NULL ? NULL
                                                : intern_cstr(c->names, attr->string);
}

static uint32_t priority_of(const Attr *attr) {
    if (attr == NULL)
        return 0;
    const Node *arg = attr->args;
    bool is_said = arg != NULL && arg->kind == ND_INT && arg->value > 0 &&
                   arg->value < DEFAULT_PRIORITY;
    return is_said ? (uint32_t)arg->value : DEFAULT_PRIORITY;
}

Name *check_label_of(Checker *c, const GlobalDecl *decl) {
    const char *text = decl->declarator == NULL ? NULL : decl->declarator->asm_label;
    return text == NULL || strcmp(text, decl->name->text) == 0
               ? NULL
               : intern_cstr(c->names, text);
}

// A declaration may add to what earlier ones have said.
void check_note_linkage(Checker *c, Sym *sym, const GlobalDecl *decl) {
    const Declarator *d = decl->declarator;
    bool has_attrs = (decl->spec != NULL && decl->spec->attrs != NULL) ||
                     (d != NULL && (d->attrs != NULL || d->asm_label != NULL));
    if (!has_attrs || sym->is_library)
        return;
    const Attr *weakref = check_decl_attr(decl, "", "weakref");
    Name *label = check_label_of(c, decl);
    Name *alias = string_of(c, check_decl_attr(decl, "", "alias"));
    alias = alias == NULL ? string_of(c, weakref) : alias;
    sym->is_weak =
        sym->is_weak || weakref != NULL || check_decl_attr(decl, "", "weak") != NULL;
    sym->is_alias = sym->is_alias || alias != NULL;
    if (label != NULL || alias != NULL) {
        sym->link_name = alias != NULL ? alias : label;
        c->has_link_names = true;
    }
    if (sym->kind != SYM_FUNC)
        return;
    uint32_t first = priority_of(check_decl_attr(decl, "", "constructor"));
    uint32_t last = priority_of(check_decl_attr(decl, "", "destructor"));
    sym->constructor = first != 0 ? first : sym->constructor;
    sym->destructor = last != 0 ? last : sym->destructor;
}

// extern int say(const char *) __asm__("puts"): the library's, if the program has no puts.
Sym *check_labelled_library(const Checker *c, const Name *label, const Type *type) {
    if (label == NULL || check_is_defined_below(c, label))
        return NULL;
    Sym *sym = scope_find_library(label);
    return sym != NULL && check_is_library_function(sym, type) ? sym : NULL;
}

// ---------------------------------------------------------------- who is meant

typedef VEC(Sym *) Syms;

typedef struct Linking {
    Checker *c;
    Syms syms; // of this text
} Linking;

static void take_variable(void *ctx, Sym *sym) {
    Linking *l = ctx;
    if (sym->kind == SYM_VAR && sym->cell == scope_cell(l->c->scope) && !sym->is_library)
        vec_push(l->syms, sym);
}

static bool is_missing(const Sym *sym) {
    return !sym->is_defined && sym->native_name == NULL;
}

// The definition that a linker knows under this name, or one of an earlier cell.
static Sym *find_target(const Linking *l, const Sym *wanting) {
    const Name *name = wanting->link_name != NULL ? wanting->link_name : wanting->name;
    for (uint32_t i = 0; i < l->syms.count; i++) {
        Sym *sym = l->syms.data[i];
        const Name *own =
            sym->link_name != NULL && !sym->is_alias ? sym->link_name : sym->name;
        bool is_seen = !sym->is_static || sym->span.source == wanting->span.source;
        if (own == name && sym != wanting && sym->kind == wanting->kind && is_seen &&
            !is_missing(sym))
            return sym;
    }
    Sym *sym = scope_find_global(name);
    bool is_earlier = sym != NULL && sym != wanting && sym->kind == wanting->kind &&
                      sym->is_defined && !sym->is_library;
    return is_earlier ? sym : NULL;
}

// One may stand for another that stands for a third: as often as it changes something.
static void join(Linking *l) {
    bool has_changed = true;
    while (has_changed) {
        has_changed = false;
        for (uint32_t i = 0; i < l->syms.count; i++) {
            Sym *sym = l->syms.data[i];
            Sym *target = is_missing(sym) ? find_target(l, sym) : NULL;
            if (target == NULL)
                continue;
            sym->id = target->id;
            sym->is_defined = has_changed = true;
            target->is_used = target->is_reached = true;
        }
    }
}

static void report_missing(Linking *l) {
    for (uint32_t i = 0; i < l->syms.count; i++) {
        Sym *sym = l->syms.data[i];
        if (!is_missing(sym) || !(sym->is_alias || sym->is_weak))
            continue;
        sym->is_absent = sym->is_defined = true; // no further message
        if (!sym->is_weak)
            diag_add(l->c->diags, DIAG_ALIAS_TARGET, sym->span, sym->name->text,
                     sym->link_name->text);
    }
}

void check_join_names(Checker *c) {
    Linking l = {.c = c};
    for (uint32_t i = 0; i < c->new_funcs.count; i++) {
        Sym *sym = c->new_funcs.data[i];
        if (!sym->is_library)
            vec_push(l.syms, sym);
    }
    scope_each_global(c->scope, take_variable, &l);
    for (const Hidden *each = c->hidden; each != NULL; each = each->next)
        if (each->sym->kind == SYM_VAR)
            vec_push(l.syms, each->sym);
    if (c->has_link_names)
        join(&l);
    report_missing(&l);
    vec_free(l.syms);
}

// ---------------------------------------------------------------- around main

static Node *function_name(Checker *c, Sym *func) {
    Node *name = check_node(c, ND_NAME, func->span, func->type);
    name->name = func->name;
    name->sym = func;
    func->is_used = true;
    return name;
}

static Node *statement(Checker *c, Node *call) {
    Node *node = check_node(c, ND_EXPR_STMT, call->span, NULL);
    node->lhs = call;
    return node;
}

static Node *call_of(Checker *c, Sym *func) {
    Node *call = check_node(c, ND_CALL, func->span, func->type->base->unqual);
    call->lhs = function_name(c, func);
    call->call_kind = CALL_FUNC;
    call->call_sym = func;
    call->call_type = func->type;
    return statement(c, call);
}

static Node *at_exit(Checker *c, Sym *func) {
    Type proto = {.kind = TY_FUNC, .base = c->type_void};
    Node *address = conv_decay(c, function_name(c, func));
    address = conv_to(c, address, type_pointer_to(c->types, type_func(c->types, &proto)));
    return statement(c, check_native_call(c, "atexit", address, func->span));
}

// Puts the calls of one kind in front of *first: by priority, and those of one priority
// as they were defined; the last one comes first when each is put in front.
static void prepend(Checker *c, Node **first, bool constructs) {
    for (uint32_t below = DEFAULT_PRIORITY + 1; below > 0;) {
        uint32_t highest = 0;
        for (uint32_t i = 0; i < c->new_funcs.count; i++) {
            const Sym *sym = c->new_funcs.data[i];
            uint32_t priority = constructs ? sym->constructor : sym->destructor;
            if (sym->is_defined && priority < below && priority > highest)
                highest = priority;
        }
        below = highest;
        for (uint32_t i = c->new_funcs.count; highest != 0 && i-- > 0;) {
            Sym *sym = c->new_funcs.data[i];
            if (!sym->is_defined ||
                highest != (constructs ? sym->constructor : sym->destructor))
                continue;
            Node *node = constructs ? call_of(c, sym) : at_exit(c, sym);
            node->next = *first;
            *first = node;
        }
    }
}

// They are called as `f()`, by nobody who could pass something or wait.
static bool can_be_called(Checker *c, const Program *program) {
    for (uint32_t i = 0; i < c->new_funcs.count; i++) {
        const Sym *sym = c->new_funcs.data[i];
        const Type *type = sym->type;
        if ((sym->constructor == 0 && sym->destructor == 0) ||
            (type->param_count == 0 && !type->is_async && !type->is_generator &&
             !type->is_variadic && sym != program->main_func))
            continue;
        diag_add(c->diags, DIAG_REFUSED_ATTRIBUTE, sym->span,
                 sym->constructor != 0 ? "constructor" : "destructor",
                 "it is for functions like `void f(void)`");
        return false;
    }
    return true;
}

// The function that asks for what this program cannot do, or NULL.
static const Sym *find_asking(const Checker *c, bool destructs) {
    for (uint32_t i = 0; i < c->new_funcs.count; i++) {
        const Sym *sym = c->new_funcs.data[i];
        if (sym->destructor != 0 || (!destructs && sym->constructor != 0))
            return sym;
    }
    return NULL;
}

void check_run_constructors(Checker *c, Program *program) {
    const Sym *any = find_asking(c, false);
    if (any == NULL || c->diags->error_count > 0 || !can_be_called(c, program))
        return;
    const Sym *main_func = program->main_func;
    if (main_func == NULL) {
        const Sym *last = find_asking(c, true);
        if (last != NULL)
            diag_add(c->diags, DIAG_REFUSED_ATTRIBUTE, last->span, "destructor",
                     "a session has no end of `main`: give the function to `atexit`");
        else if (!c->file_mode)
            prepend(c, &program->statements, true);
    } else if (main_func->is_used) {
        diag_add(c->diags, DIAG_REFUSED_ATTRIBUTE, any->span, "constructor",
                 "it would run again, since this program calls `main` itself");
    } else {
        prepend(c, &main_func->body->body->then, true);
        prepend(c, &main_func->body->body->then, false);
    }
}
