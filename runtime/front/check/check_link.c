// check_link.c: a program of several files: what one translation unit's names have to do
// with another's (C17 5.1.1.1, 6.2.2).
//
// What enters: a second file, after the first was checked. What leaves: symbols of the
// second that stand for the same function or variable as the first's: they have its id.
// To everything behind this room the files are then one program.
//
//     a.c   static int n;   int twice(int x) {...}   extern int count;
//     b.c   static int n;   int twice(int);          int count = 3;
//
//     n twice: two variables; twice, count: one each, whose declarations must agree
//
// Between two files every name of the program is forgotten: typedefs, tags, macros and
// whatever is static belong to their file. What has external linkage is kept in a list
// here, and found again by its name when the next file declares it. Structs are compatible over files
// when they have the same tag and members (6.2.7): type.c's twins.
#include "front/check/check_inner.h"

struct Linked {
    struct Linked *next;
    struct Linked *same_name; // the one kept before this of the same name
    Sym *sym;                 // one for each file that declares it
};

// What was kept last of this name.
static Linked *first_linked(const Checker *c, const Name *name) {
    uint64_t found = 0;
    (void)map_get(&c->linked_names, (uintptr_t)name, &found);
    return (Linked *)(uintptr_t)found;
}

static bool is_external(const Sym *sym) {
    return !sym->is_static && !sym->is_library && sym->id != 0 &&
           (sym->kind == SYM_FUNC ||
            (sym->kind == SYM_VAR && sym->storage == STORE_GLOBAL)) &&
           sym->name != NULL;
}

static void keep(Checker *c, Sym *sym) {
    if (!is_external(sym))
        return;
    Linked *same_name = first_linked(c, sym->name);
    for (const Linked *each = same_name; each != NULL; each = each->same_name) {
        if (each->sym == sym)
            return;
    }
    Linked *linked = arena_new(c->arena, Linked);
    *linked = (Linked){c->linked, same_name, sym};
    c->linked = linked;
    map_put(&c->linked_names, (uintptr_t)sym->name, (uintptr_t)linked);
}

static void keep_visible(void *ctx, Sym *sym) {
    Checker *c = ctx;
    if (sym->cell == scope_cell(c->scope))
        keep(c, sym);
}

// Takes note of the external names of the file that was read last.
static void keep_unit(Checker *c) {
    for (uint32_t i = 0; i < c->new_funcs.count; i++)
        keep(c, c->new_funcs.data[i]);
    scope_each_global(c->scope, keep_visible, c);
    for (const Hidden *each = c->hidden; each != NULL; each = each->next)
        keep(c, each->sym);
}

void check_next_unit(Checker *c) {
    keep_unit(c);
    c->hidden = NULL;
    c->items = NULL;
    c->is_linking = true;
    scope_next_unit(c->scope);
    type_table_next_unit(c->types);
}

// The declaration of an earlier file: the definition, if one has it.
Sym *check_find_linked(const Checker *c, const Name *name) {
    Sym *found = NULL;
    const Linked *each = first_linked(c, name);
    for (; each != NULL; each = each->same_name) {
        if (found == NULL || each->sym->is_defined)
            found = each->sym;
    }
    return found;
}

// Whether a file defines what this symbol declares.
static bool is_defined_somewhere(const Checker *c, const Sym *sym) {
    const Linked *each = first_linked(c, sym->name);
    for (; each != NULL; each = each->same_name) {
        if (each->sym->kind == sym->kind && each->sym->is_defined)
            return true;
    }
    return false;
}

void check_finish_links(Checker *c) {
    if (!c->is_linking)
        return;
    keep_unit(c);
    for (const Linked *each = c->linked; each != NULL; each = each->next) {
        Sym *sym = each->sym;
        if (!sym->is_reached || is_defined_somewhere(c, sym) || sym->native_name != NULL)
            continue;
        Diag *diag = diag_add(c->diags, DIAG_NEVER_DEFINED, sym->span, sym->name->text);
        diag_note(c->diags, diag, (Span){0}, "no file of the program defines it");
    }
}
