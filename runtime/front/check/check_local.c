// check_local.c: the declarations inside a function, each of them.
//
// What enters: a typed body. What leaves: how many there are, and a warning for each
// variable that nobody names. One that only gets a value is left alone, and so is what has
// an effect by being there: a handle of a task, or what says that it may be unused. A
// cell's top-level variables are the session's: they are never told.
//
// Read next: check_flow.c, which follows the variables along the paths.
#include "front/check/check_inner.h"
#include <string.h>

typedef struct Decls {
    void (*visit)(Checker *c, const Node *decl);
    Checker *c;
    uint32_t count;
} Decls;

static void each(Decls *d, const Node *node);

static void each_of_list(Decls *d, const Node *node) {
    for (; node; node = node->next)
        each(d, node);
}

// The tree of statements is bounded (LIMIT_NESTING). Expressions are not entered.
static void each(Decls *d, const Node *node) {
    if (node == NULL)
        return;
    switch (node->kind) {
    case ND_DECL:
        d->count++;
        if (d->visit != NULL)
            d->visit(d->c, node);
        break;
    case ND_BLOCK:
        each_of_list(d, node->then);
        break;
    case ND_FOR:
        each_of_list(d, node->init_stmt);
        each(d, node->then);
        break;
    case ND_FOR_IN: // its variable is there to be counted off
        d->count++;
        each(d, node->then);
        break;
    case ND_IF:
    case ND_WHILE:
    case ND_DO:
    case ND_SWITCH:
    case ND_CASE:
    case ND_DEFAULT:
    case ND_TRY:
    case ND_DEFER:
    case ND_TASKGROUP:
    case ND_DEADLINE:
    case ND_SHIELD:
        each(d, node->then);
        each(d, node->otherwise);
        break;
    case ND_LABEL:
        each(d, node->label_body);
        break;
    case ND_TIMED:
        each(d, node->timed_body);
        break;
    default:
        break;
    }
}

uint32_t check_each_decl(const Node *first, void (*visit)(Checker *c, const Node *decl),
                         Checker *c) {
    Decls d = {.visit = visit, .c = c};
    each_of_list(&d, first);
    return d.count;
}

static bool may_be_unused(const Attr *list) {
    return check_find_attr(list, "", "maybe_unused") != NULL ||
           check_find_attr(list, "", "unused") != NULL ||
           check_find_attr(list, "", "__unused__") != NULL ||
           check_find_attr(list, "", "cleanup") != NULL;
}

// Names with an underscore in front or behind are macros' own.
static void tell_unused(Checker *c, const Node *decl) {
    const Sym *sym = decl->decl_sym;
    if (sym == NULL || sym->kind != SYM_VAR || sym->is_named || sym->name == NULL ||
        sym->is_extern || type_is_handle(sym->type) || decl->declarator == NULL)
        return;
    const char *name = sym->name->text;
    if (name[0] == '_' || name[strlen(name) - 1] == '_' ||
        may_be_unused(decl->declarator->attrs) || may_be_unused(decl->spec->attrs))
        return;
    Diag *diag = check_warn(c, DIAG_UNUSED_LOCAL, sym->span, name);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "take it away, or write `[[maybe_unused]]` in front of it");
}

void check_unused_locals(Checker *c, const Node *func) {
    check_each_decl(func->body->then, tell_unused, c);
}
