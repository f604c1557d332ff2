// check_use.c: what the program names, and whether it can come there.
//
// What enters: names as they are checked, and the branches of conditions that are constant.
// What leaves: Sym.is_used and .is_reached. A function that is named only where the program
// never comes needs no body, as no compiler makes a call there:
//
//     if (sizeof(long) == 4) narrow();      x && 0 ? never() : 1      while (0) again();
//
// Old code lets such conditions choose what is linked. A label in such a part is a way in:
// then all that was named there counts.
//
// Read next: check_stmt.c and check_op.c, which say where branches are; check_decl.c, which
// asks what is never defined.
#include "front/check/check_inner.h"
#include <assert.h>

static void reach(Sym *sym, Span span) {
    if (!sym->is_reached)
        sym->first_use = span;
    sym->is_reached = true;
}

void check_use(Checker *c, Sym *sym, Span span) {
    sym->is_named = true;
    if (c->unevaluated > 0)
        return;
    sym->is_used = true;
    if (c->dead_depth == 0 || sym->kind != SYM_FUNC)
        reach(sym,
              span); // a variable has to be somewhere, as code may be made all the same
    else if (!sym->is_reached && !sym->is_library)
        vec_push(c->dead_uses, ((DeadUse){sym, span}));
}

// Never true, or with `wants_zero` never false, whatever its variables hold.
static bool is_never(const Node *cond, bool wants_zero) {
    if (cond == NULL)
        return false;
    if (cond->kind == ND_INT)
        return (cond->value == 0) != wants_zero;
    bool is_and = cond->kind == ND_AND;
    if (!is_and && cond->kind != ND_OR)
        return false;
    bool left = is_never(cond->lhs, wants_zero), right = is_never(cond->rhs, wants_zero);
    return is_and == wants_zero ? left && right : left || right;
}

void check_branch_begin(Checker *c, const Node *cond, bool if_zero) {
    if (is_never(cond, if_zero))
        c->dead_depth++;
}

void check_branch_end(Checker *c, const Node *cond, bool if_zero) {
    if (!is_never(cond, if_zero))
        return;
    assert(c->dead_depth > 0);
    if (--c->dead_depth > 0)
        return;
    for (uint32_t i = 0; c->has_dead_label && i < c->dead_uses.count; i++)
        reach(c->dead_uses.data[i].sym, c->dead_uses.data[i].span);
    c->dead_uses.count = 0;
    c->has_dead_label = false;
}

void check_branch_label(Checker *c) {
    c->has_dead_label = c->has_dead_label || c->dead_depth > 0;
}
