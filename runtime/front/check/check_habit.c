// check_habit.c: what is legal C and hardly ever meant: mathematics' `a < b < c`, a word
// that stands for two conditions, operators that bind tighter than they look.
//
// What enters: a node with two operands, as parsed (check_habit_parsed) or typed
// (check_habit_typed). What leaves: at most one warning. A pair of parentheses of its own
// says that it is meant, and silences it.
//
// Read next: check_op.c, which asks.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

static bool is_bare_comparison(const Node *node) {
    return op_is_comparison(node->kind) && !node->in_parens;
}

// `0 < x < 10` compares 0 or 1 with 10.
static bool warn_chain(Checker *c, const Node *node) {
    if (!op_is_comparison(node->kind) || !is_bare_comparison(node->lhs))
        return false;
    Diag *diag = check_warn(c, DIAG_CHAIN, node->op_span);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "`a < b < c` of mathematics is `a < b && b < c` in C");
    return true;
}

// `flags & 1 == 0` is `flags & (1 == 0)`. With a comparison on either side it reads as it
// is meant.
static bool warn_bit_operator(Checker *c, const Node *node) {
    bool is_bit_operator =
        node->kind == ND_BITAND || node->kind == ND_BITOR || node->kind == ND_BITXOR;
    if (!is_bit_operator ||
        is_bare_comparison(node->lhs) == is_bare_comparison(node->rhs))
        return false;
    const Node *inner = is_bare_comparison(node->lhs) ? node->lhs : node->rhs;
    Diag *diag = check_warn(c, DIAG_BINDS_TIGHTER, inner->op_span,
                            check_op_text(inner->kind), check_op_text(node->kind));
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "put the operands that belong together in parentheses: `(a %s b) %s c`",
                  check_op_text(node->kind), check_op_text(inner->kind));
    return true;
}

// `!a == b` is `(!a) == b`; `!a == !b` compares truths.
static bool warn_not(Checker *c, const Node *node) {
    if ((!op_is_comparison(node->kind) && node->kind != ND_BITAND) ||
        node->lhs->kind != ND_NOT || node->lhs->in_parens || node->rhs->kind == ND_NOT ||
        op_is_comparison(node->rhs->kind))
        return false;
    Diag *diag = check_warn(c, DIAG_BINDS_TIGHTER, node->lhs->op_span, "!",
                            check_op_text(node->kind));
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "to turn the whole of it round, write `!(a %s b)`",
                  check_op_text(node->kind));
    return true;
}

// `x == 1 || 2`: the second condition is 2, which is true.
static bool warn_half_condition(Checker *c, const Node *node) {
    const Node *number = node->rhs;
    if ((node->kind != ND_OR && node->kind != ND_AND) || number->kind != ND_INT ||
        number->is_bool || number->in_parens || number->value < 2)
        return false;
    const Node *before = node->lhs;
    while (before->kind == node->kind)
        before = before->rhs;
    if (before->kind != ND_EQ && before->kind != ND_NE)
        return false;
    Diag *diag = check_warn(c, DIAG_HALF_CONDITION, number->span,
                            (unsigned long long)number->value);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "each side is a condition of its own: `x %s 1 %s x %s 2`",
                  check_op_text(before->kind), check_op_text(node->kind),
                  check_op_text(before->kind));
    return true;
}

// `a || b && c` is `a || (b && c)`.
static bool warn_and_in_or(Checker *c, const Node *node) {
    if (node->kind != ND_OR)
        return false;
    const Node *inner = node->lhs->kind == ND_AND   ? node->lhs
                        : node->rhs->kind == ND_AND ? node->rhs
                                                    : NULL;
    if (inner == NULL || inner->in_parens || node->lhs->kind == node->rhs->kind ||
        node->lhs->kind == ND_INT || node->rhs->kind == ND_INT)
        return false;
    Diag *diag = check_warn(c, DIAG_BINDS_TIGHTER, inner->op_span, "&&", "||");
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0},
                  "say which belong together: `a || (b && c)` or `(a || b) && c`");
    return true;
}

void check_habit_parsed(Checker *c, const Node *node) {
    (void)(warn_chain(c, node) || warn_and_in_or(c, node) || warn_bit_operator(c, node) ||
           warn_not(c, node) || warn_half_condition(c, node));
}

// ---------------------------------------------------------------- with types

static bool is_same_variable(const Node *a, const Node *b) {
    return a->kind == ND_NAME && b->kind == ND_NAME && a->sym != NULL &&
           a->sym == b->sym && a->sym->kind == SYM_VAR &&
           (a->type->quals & QUAL_VOLATILE) == 0;
}

// Whether the comparison holds for every value from lowest to highest, for none (false,
// and true in *is_never), or it depends.
static bool holds_always(NodeKind kind, int64_t lowest, int64_t highest, int64_t value,
                         bool *is_never) {
    bool all_less = highest<value, all_greater = lowest> value;
    switch (kind) {
    case ND_LT:
    case ND_LE:
        *is_never = all_greater || (kind == ND_LT && lowest == value);
        return all_less || (kind == ND_LE && highest == value);
    case ND_GT:
    case ND_GE:
        *is_never = all_less || (kind == ND_GT && highest == value);
        return all_greater || (kind == ND_GE && lowest == value);
    case ND_EQ:
        *is_never = all_less || all_greater;
        return false;
    default:
        *is_never = false;
        return all_less || all_greater;
    }
}

// A char, short or bool beside a number that it cannot reach. `number` is on the right of
// `kind`.
static void warn_range(Checker *c, const Node *node, NodeKind kind, const Node *narrow,
                       const Node *number) {
    const Type *type = narrow->type->unqual;
    bool is_field = bits_is_field(narrow);
    if (number->kind != ND_INT || narrow->kind == ND_INT || !type_is_integer(type) ||
        type->kind == TY_ENUM || type->size_bytes > 2 || is_field)
        return;
    unsigned bits = type->kind == TY_BOOL ? 1 : (unsigned)type->size_bytes * 8;
    int64_t highest = (int64_t)1 << (type_is_signed(type) ? bits - 1 : bits);
    int64_t lowest = type_is_signed(type) ? -highest : 0;
    bool is_never;
    bool is_always =
        holds_always(kind, lowest, highest - 1, (int64_t)number->value, &is_never);
    if (is_always || is_never)
        check_warn(c, DIAG_ALWAYS_RANGE, node->op_span, is_always ? "true" : "false",
                   type_text(c, type), (long long)lowest, (long long)highest - 1);
}

void check_habit_typed(Checker *c, const Node *node) {
    assert(op_is_comparison(node->kind));
    const Node *a = node->lhs, *b = node->rhs;
    if (is_same_variable(a, b) && !type_is_floating(a->type)) {
        bool is_true = node->kind == ND_EQ || node->kind == ND_LE || node->kind == ND_GE;
        check_warn(c, DIAG_SELF_COMPARE, node->op_span, a->sym->name->text,
                   is_true ? "true" : "false");
        return;
    }
    if (!type_is_integer(a->type) || !type_is_integer(b->type))
        return;
    warn_range(c, node, node->kind, a, b);
    warn_range(c, node, op_mirrored(node->kind), b, a);
}

void check_habit_assigned(Checker *c, const Node *node) {
    if (is_same_variable(node->lhs, node->rhs))
        check_warn(c, DIAG_SELF_ASSIGN, node->op_span, node->lhs->sym->name->text);
}

// `x == 3` as what x is then; false for anything else.
static bool is_equality(const Node *node, NodeKind kind, const Node **name,
                        int64_t *value) {
    if (node->kind != kind || node->rhs->kind != ND_INT)
        return false;
    const Node *operand = node->lhs;
    while (operand->kind == ND_CAST && operand->type_name == NULL)
        operand = operand->lhs;
    *name = operand;
    *value = (int64_t)node->rhs->value;
    return operand->kind == ND_NAME && operand->sym != NULL &&
           operand->sym->kind == SYM_VAR;
}

// `x != 1 || x != 2` holds for every x, `x == 1 && x == 2` for none.
void check_habit_logical(Checker *c, const Node *node) {
    NodeKind kind = node->kind == ND_OR ? ND_NE : ND_EQ;
    const Node *a, *b;
    int64_t first, second;
    if (!is_equality(node->lhs, kind, &a, &first) ||
        !is_equality(node->rhs, kind, &b, &second) || !is_same_variable(a, b) ||
        first == second)
        return;
    Diag *diag =
        check_warn(c, DIAG_CONTRADICTION, node->op_span, kind == ND_NE ? "true" : "false",
                   a->sym->name->text, (long long)first, (long long)second);
    if (diag != NULL)
        diag_fix(c->diags, diag, node->op_span, kind == ND_NE ? "&&" : "||",
                 "did you mean `%s`?", kind == ND_NE ? "&&" : "||");
}
