// check_library.c: when a program's own declaration of a function means the library's.
//
// What enters: a declaration whose name the library has too, with another prototype. What
// leaves: whether the two can be the same function, and a symbol that stands for it. A
// name is never reserved: what the program defines is its own, from its first declaration
// on.
//
// Read next: check_decl.c, which asks.
#include "front/check/check_inner.h"

// This text has a body for the function further down, or another file of the program
// defines the name: then it is the program's own.
bool check_is_defined_below(const Checker *c, const Name *name) {
    uint64_t of_program;
    if (map_get(&c->front->own_names, (uintptr_t)name, &of_program))
        return true;
    for (const Node *item = c->items; item != NULL; item = item->next) {
        if (item->kind == ND_FUNC && item->declarator != NULL &&
            item->declarator->name == name)
            return true;
    }
    return check_is_skipped(c, name);
}

// Passed in the same way.
static bool is_alike(const Type *a, const Type *b) {
    a = a->unqual;
    b = b->unqual;
    if (type_is_integer(a) && type_is_integer(b))
        return a->size_bytes == b->size_bytes;
    return a == b || (a->kind == TY_POINTER && b->kind == TY_POINTER);
}

// `int puts(char *);`, `char *malloc();`: a program without #include writes the library's
// functions down from memory. What a linker would take for the library's is the
// library's, under the type that the program gives it.
bool check_is_library_function(const Sym *sym, const Type *type) {
    const Type *have = sym->type;
    if (!sym->is_library || sym->kind != SYM_FUNC || sym->is_overloaded ||
        have->is_generic || have->is_async != type->is_async)
        return false;
    bool has_no_params = type->is_old_style && type->param_count == 0;
    if (!is_alike(have->base, type->base) && type->base->kind != TY_VOID &&
        !(has_no_params && type->base->kind == TY_INT))
        return false;
    if (has_no_params)
        return true;
    if (have->is_variadic != type->is_variadic || have->param_count != type->param_count)
        return false;
    const Param *q = type->params;
    for (const Param *p = have->params; p != NULL; p = p->next, q = q->next) {
        if (!is_alike(p->type, q->type))
            return false;
    }
    return true;
}

// The program's declaration stands for the library's function. Without parameters it takes
// the library's, so that arguments are converted.
void check_stand_for(Checker *c, Sym *sym, Sym *library) {
    if (sym->type->is_old_style && sym->type->param_count == 0) {
        Type proto = *library->type;
        proto.base = sym->type->base;
        sym->type = type_func(c->types, &proto);
    }
    library->is_used = true;
    sym->id = library->id;
    sym->is_defined = library->is_defined;
    sym->native_name = library->native_name;
    sym->builtin = library->builtin;
    sym->format = library->format;
    sym->format_index = library->format_index;
    sym->is_dual = library->is_dual;
    sym->waits_alone = library->waits_alone;
}
