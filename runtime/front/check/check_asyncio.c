// check_asyncio.c: messages for those who know Python's asyncio.
//
// What enters: a name that is unknown, or that a handle has as a "member", and the
// message about it. What leaves: the message with a note that says what to write here:
//
//     asyncio.sleep(1)      the names are here without `asyncio.`
//     to_thread(f)          not here, and what to do instead (asyncio.def)
//     q.put_nowait(1)       a function of another name: try_put(q, 1)
//     t.cancel()            a function of the same name: cancel(t)
//
// What always holds: nothing here makes a program right or wrong.
//
// Read next: asyncio.def.
#include "front/asyncio.h"
#include "front/check/check_inner.h"

#include <string.h>

bool check_note_asyncio(Checker *c, Diag *diag, Span span, const char *text) {
    const AsyncioName *row = asyncio_find(text);
    if (row == NULL)
        return false;
    if (row->cora != NULL)
        diag_fix(c->diags, diag, span, row->cora, "%s", row->note);
    else
        diag_note(c->diags, diag, (Span){0}, "%s", row->note);
    return true;
}

static const Sym *library_function(const Name *name) {
    const Sym *sym = scope_find(name);
    return sym != NULL && sym->kind == SYM_FUNC && sym->is_library ? sym : NULL;
}

bool check_asyncio_prefix(Checker *c, Node *node) {
    const Node *object = node->lhs;
    if (object->kind != ND_NAME || strcmp(object->name->text, "asyncio") != 0 ||
        scope_find(object->name) != NULL)
        return false;
    Diag *diag = diag_add(c->diags, DIAG_UNKNOWN_NAME, object->span, "asyncio");
    Span whole = {object->span.source, object->span.begin, node->op_span.end};
    const char *member = node->name->text;
    if (check_note_asyncio(c, diag, whole, member))
        return true;
    if (library_function(node->name) != NULL)
        diag_fix(c->diags, diag, whole, member,
                 "asyncio's names are here without `asyncio.`: `%s`", member);
    else
        check_note_asyncio(c, diag, whole, "asyncio");
    return true;
}

void check_note_method(Checker *c, Diag *diag, const Node *node) {
    const Node *object = node->lhs;
    const char *of = object->kind == ND_NAME ? object->name->text : "x";
    const Sym *function = library_function(node->name);
    if (function != NULL)
        diag_note(c->diags, diag, (Span){0}, "there are no methods: write `%s(%s%s)`",
                  node->name->text, of, function->type->param_count > 1 ? ", ..." : "");
    else if (asyncio_find(node->name->text) != NULL) // no fix: more than a word changes
        diag_note(c->diags, diag, (Span){0}, "%s", asyncio_find(node->name->text)->note);
}

void check_note_maker(Checker *c, Diag *diag, const Name *type) {
    const char *text = arena_printf(c->arena, "new_%s", type->text);
    const Name *maker = intern_find(c->names, text, strlen(text));
    if (maker != NULL && library_function(maker) != NULL)
        diag_note(c->diags, diag, (Span){0}, "`%s(...)` makes one", text);
}
