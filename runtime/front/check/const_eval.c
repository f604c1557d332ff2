// const_eval.c: folding of constants. What enters is a typed node whose operands are
// typed (and folded) already; what leaves is the same node as ND_INT or ND_FLOAT, or
// unchanged when it has no defined constant value.
//
// What always holds: the value of an ND_INT or ND_FLOAT is one of its type, in the form
// that arith.h describes, which does the arithmetic. Nothing that C leaves undefined is
// ever folded: it stays an operator that traps when it runs, and const_fault tells the
// checker why.
#include "front/check/const_eval.h"
#include <assert.h>

// The node turns into a number in place; its type stays.
void const_become_int(Node *node, uint64_t value) {
    value = arith_wrap(node->type, value);
    node->kind = ND_INT;
    node->lhs = node->rhs = NULL;
    node->value = value;
    node->suffix = 0;
    node->is_char = node->is_bool = node->is_nullptr = false;
    node->enumerator = NULL;
}

void const_become_float(Node *node, double number) {
    node->kind = ND_FLOAT;
    node->lhs = node->rhs = NULL;
    node->number = arith_round(node->type, number);
}

// ---------------------------------------------------------------- operators

// Null pointers are ND_INTs as well, but not for arithmetic.
static bool is_int_constant(const Node *node) {
    return node->kind == ND_INT && type_is_integer(node->type);
}

// Both operands are integer constants. A shift's have two types, and the left one's counts.
static ArithFault int_binary(const Node *node, uint64_t *result) {
    return arith_int(node->kind, node->lhs->type, node->lhs->value, node->rhs->value,
                     result);
}

static void fold_float_binary(Node *node) {
    double a = node->lhs->number;
    double b = node->rhs->number;
    double result = 0;
    if (op_is_comparison(node->kind))
        const_become_int(node, arith_compare(node->kind, a, b));
    else if (arith_float(node->kind, node->type, a, b, &result))
        const_become_float(node, result);
}

int const_truth(const Node *node) {
    if (node->kind == ND_INT)
        return node->value != 0;
    if (node->kind == ND_FLOAT)
        return node->number != 0;
    // A left side that decides makes the right side not count.
    if (node->kind == ND_AND && const_truth(node->lhs) == 0)
        return 0;
    if (node->kind == ND_OR && const_truth(node->lhs) == 1)
        return 1;
    if (node->kind == ND_CAST && node->type->kind == TY_BOOL)
        return const_truth(node->lhs);
    return node->kind == ND_STRING ||
                   (node->kind == ND_DECAY && node->lhs->kind == ND_STRING)
               ? 1
               : -1;
}

void const_fold_unary(Node *node) {
    const Node *operand = node->lhs;
    if (node->kind == ND_NOT) {
        if (operand->kind == ND_INT || operand->kind == ND_FLOAT)
            const_become_int(node, const_truth(operand) == 0);
        return;
    }
    if (operand->kind == ND_FLOAT && (node->kind == ND_NEG || node->kind == ND_PLUS)) {
        const_become_float(node,
                           node->kind == ND_NEG ? -operand->number : operand->number);
        return;
    }
    if (!is_int_constant(operand) || const_fault(node) != ARITH_OK)
        return;
    uint64_t value = operand->value;
    if (node->kind == ND_NEG)
        const_become_int(node, -value);
    else if (node->kind == ND_PLUS)
        const_become_int(node, value);
    else if (node->kind == ND_BITNOT)
        const_become_int(node, ~value);
}

static bool is_logical(NodeKind kind) {
    return kind == ND_AND || kind == ND_OR;
}

void const_fold_binary(Node *node) {
    const Node *a = node->lhs;
    const Node *b = node->rhs;
    if (is_logical(node->kind)) {
        bool are_constants = (a->kind == ND_INT || a->kind == ND_FLOAT) &&
                             (b->kind == ND_INT || b->kind == ND_FLOAT);
        bool decides = (a->kind == ND_INT || a->kind == ND_FLOAT) &&
                       const_truth(a) == (node->kind == ND_OR) &&
                       const_fault(b) != ARITH_OK;
        if (are_constants)
            const_become_int(node, node->kind == ND_AND
                                       ? const_truth(a) && const_truth(b)
                                       : const_truth(a) || const_truth(b));
        else if (decides) // 0 && 1 / 0 is a constant: its right side is not evaluated
                          // (C17 6.6p3)
            const_become_int(node, node->kind == ND_OR);
        return;
    }
    if (a->kind == ND_FLOAT && b->kind == ND_FLOAT) {
        fold_float_binary(node);
        return;
    }
    uint64_t result = 0;
    if (is_int_constant(a) && is_int_constant(b) && int_binary(node, &result) == ARITH_OK)
        const_become_int(node, result);
}

void const_fold_cond(Node *node) {
    const Node *chosen;
    if (node->cond->kind != ND_INT && node->cond->kind != ND_FLOAT)
        return;
    if (node->lhs == NULL)
        return;
    bool is_true = const_truth(node->cond) == 1;
    chosen = is_true ? node->lhs : node->rhs;
    const Node *other = is_true ? node->rhs : node->lhs;
    bool other_is_constant = other->kind == ND_INT || other->kind == ND_FLOAT ||
                             const_fault(other) != ARITH_OK;
    if (!other_is_constant)
        return;
    if (chosen->kind == ND_INT)
        const_become_int(node, chosen->value);
    else if (chosen->kind == ND_FLOAT)
        const_become_float(node, chosen->number);
}

void const_fold_cast(Node *node) {
    const Node *from = node->lhs;
    const Type *type = node->type;
    assert(node->kind == ND_CAST);
    if (from->kind == ND_FLOAT) {
        uint64_t value = 0;
        if (type_is_floating(type))
            const_become_float(node, from->number);
        else if (type_is_integer(type) && arith_float_to_int(type, from->number, &value))
            const_become_int(node, value);
        return;
    }
    if (from->kind != ND_INT)
        return;
    if (type_is_floating(type) && type_is_integer(from->type))
        const_become_float(node, arith_int_to_float(from->type, type, from->value));
    else if (type_is_integer(type) || type->kind == TY_POINTER ||
             type->kind == TY_NULLPTR)
        const_become_int(node, from->value);
    else if (type_is_handle(type) && from->value == 0)
        const_become_int(node, 0);
}

// An lvalue at a distance from a constant pointer.
static bool is_at_constant(const Node *node, uint64_t *address) {
    const Node *base = node->lhs;
    bool is_pointer = node->kind == ND_DEREF || node->kind == ND_INDEX;
    if (node->kind == ND_MEMBER) {
        *address += node->offset_bytes;
        return !node->field->is_bitfield && is_at_constant(base, address);
    }
    if (!is_pointer || (node->kind == ND_INDEX && node->rhs->kind != ND_INT))
        return false;
    if (node->kind == ND_INDEX)
        *address += node->rhs->value * node->type->size_bytes;
    if (base->kind == ND_DECAY)
        return is_at_constant(base->lhs, address);
    *address += base->kind == ND_INT ? base->value : 0;
    return base->kind == ND_INT;
}

void const_fold_address(Node *node) {
    uint64_t address = 0;
    if (is_at_constant(node->lhs, &address))
        const_become_int(node, address);
}

ArithFault const_fault(const Node *node) {
    uint64_t ignored = 0;
    switch (node->kind) {
    case ND_NEG:
        return is_int_constant(node->lhs)
                   ? arith_int(ND_SUB, node->type, 0, node->lhs->value, &ignored)
                   : ARITH_OK;
    case ND_ADD:
    case ND_SUB:
    case ND_MUL:
    case ND_DIV:
    case ND_REM:
    case ND_SHL:
    case ND_SHR:
        if (!is_int_constant(node->rhs))
            return ARITH_OK;
        if (!is_int_constant(node->lhs)) { // x / 0, x << 99
            bool is_div = node->kind == ND_DIV || node->kind == ND_REM;
            if (is_div && type_is_integer(node->type) && node->rhs->value == 0)
                return ARITH_DIV_ZERO;
            if ((node->kind == ND_SHL || node->kind == ND_SHR) &&
                node->rhs->value >= node->type->size_bytes * 8)
                return ARITH_SHIFT;
            return ARITH_OK;
        }
        return int_binary(node, &ignored);
    default:
        return ARITH_OK;
    }
}
