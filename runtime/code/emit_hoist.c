// emit_hoist.c: products that a loop need not compute again each time round.
//
//     for (k = 0; k < n; k++)                 k < n, else out
//         s += a[i * n + k];                  MUL_I32 R8, i, n       once
//                                       body: ADD_I32 R9, R8, k ...
//
// Moving an operation that may fail is only right where nobody can tell: i * n overflows
// in the first round or never, so it may move in front of the first round if that is sure
// to come (the loop's test has passed) and nothing that can be seen comes before it there.
// So what is moved is the first thing that the body does, if it is a product of variables
// in registers that the loop does not assign to. The same product anywhere else in the
// body is its value by then.
//
// Read next: emit_stmt.c (for_stmt), where it is used.
#include "code/emit.h"

static bool is_register_name(const Node *n) {
    const Sym *sym = n->kind == ND_NAME ? n->sym : NULL;
    return sym && sym->kind == SYM_VAR && sym->storage != STORE_GLOBAL &&
           sym->storage != STORE_STATIC && !sym->is_extern && !sym->in_memory &&
           !sym->address_taken && type_is_scalar(sym->type) &&
           !(sym->type->quals & QUAL_VOLATILE);
}

// No code at all, or a constant's load.
static bool is_silent(const Node *n) {
    int64_t i;
    double d;
    return is_register_name(n) || emit_const_int(n, &i) || emit_const_double(n, &d) ||
           (n->kind == ND_CAST && emit_convert_is_free(n->lhs->type, n->type) &&
            is_silent(n->lhs));
}

// ---------------------------------------------------------------- the first thing

static Node *first_product(Node *n);

// Of two operands in the order in which they are evaluated.
static Node *first_of(Node *lhs, Node *rhs) {
    return is_silent(lhs) ? first_product(rhs) : first_product(lhs);
}

static Node *first_product(Node *n) {
    switch (n->kind) {
    case ND_MUL:
        if (type_is_integer(n->type) && is_silent(n->lhs) && is_silent(n->rhs)) {
            return n;
        }
        return first_of(n->lhs, n->rhs);
    case ND_ADD:
    case ND_SUB:
    case ND_DIV:
        return first_of(n->lhs, n->rhs);
    case ND_INDEX:
        return is_silent(n->lhs) && type_is_scalar(n->type) ? first_product(n->rhs)
                                                            : NULL;
    case ND_DEREF:
        return n->lhs->kind == ND_ADD && is_silent(n->lhs->lhs)
                   ? first_product(n->lhs->rhs)
                   : NULL;
    case ND_CAST:
        return type_is_scalar(n->type) && type_is_scalar(n->lhs->type)
                   ? first_product(n->lhs)
                   : NULL;
    case ND_ASSIGN:
    case ND_OP_ASSIGN:
        return is_register_name(n->lhs) ? first_product(n->rhs) : NULL;
    default:
        return NULL;
    }
}

static Node *first_in_statement(Node *n) {
    while (n && n->kind == ND_BLOCK) {
        n = n->then;
    }
    if (n && n->kind == ND_EXPR_STMT && n->lhs && !n->show_value) {
        return first_product(n->lhs);
    }
    if (n && n->kind == ND_DECL && n->decl_sym && n->init && n->init->kind != ND_INIT &&
        n->decl_sym->kind == SYM_VAR && n->decl_sym->storage == STORE_AUTO &&
        !n->decl_sym->in_memory && type_is_scalar(n->decl_sym->type)) {
        return first_product(n->init);
    }
    return NULL;
}

// ---------------------------------------------------------------- what does not change

// Labels are ways into the loop that do not come by its head.
static bool visit_changes(Walk *w, Node *n) {
    const Node *target = node_assigns(n) ? n->lhs : NULL;
    switch (n->kind) {
    case ND_LABEL:
    case ND_CASE:
    case ND_DEFAULT:
    case ND_STMT_EXPR:
        w->found = true;
        break;
    case ND_CALL:
        w->found = w->found ||
                   (n->call_kind == CALL_NATIVE && n->call_sym->builtin == BI_SETJMP);
        break;
    default:
        break;
    }
    w->found = w->found || (target && target->kind == ND_NAME && target->sym == w->sym);
    return !w->found;
}

static const Node *behind_casts(const Node *n) {
    while (n->kind == ND_CAST) {
        n = n->lhs;
    }
    return n;
}

static bool is_invariant(const Node *operand, const Node *loop) {
    enum { LOOP_NODES = 1000 };
    const Node *n = behind_casts(operand);
    Walk w = {.visit = visit_changes,
              .budget = LOOP_NODES,
              .sym = n->kind == ND_NAME ? n->sym : NULL};
    emit_walk(&w, loop->cond);
    emit_walk(&w, loop->step);
    emit_walk(&w, loop->then);
    return !w.found && w.budget >= 0;
}

// ---------------------------------------------------------------- using it

static bool same_operand(const Node *a, const Node *b) {
    int64_t x, y;
    if (a->type != b->type) {
        return false;
    }
    if (emit_const_int(a, &x) || emit_const_int(b, &y)) {
        return emit_const_int(a, &x) && emit_const_int(b, &y) && x == y;
    }
    a = behind_casts(a);
    b = behind_casts(b);
    return a->kind == ND_NAME && b->kind == ND_NAME && a->sym == b->sym;
}

Reg emit_hoisted(const Func *f, const Node *n) {
    for (uint32_t i = 0; i < f->hoisted.count; i++) {
        const Node *known = f->hoisted.data[i].product;
        if (known == n || (known->type == n->type && same_operand(known->lhs, n->lhs) &&
                           same_operand(known->rhs, n->rhs))) {
            return f->hoisted.data[i].reg;
        }
    }
    return REG_NONE;
}

Node *emit_hoistable(const Node *loop) {
    int64_t value;
    Node *product = first_in_statement(loop->then);
    bool fits = product && !emit_const_int(product, &value) && loop->cond &&
                !emit_has_effects(loop->cond) && is_invariant(product->lhs, loop) &&
                is_invariant(product->rhs, loop);
    return fits ? product : NULL;
}

void emit_hoist(Func *f, Node *product) {
    Reg r = regs_take(&f->regs, 1);
    emit_expr(f, product, r);
    f->regs.top = r + 1;
    vec_push(f->hoisted, ((Hoisted){product, r}));
}
