// const_eval.c: folding of constants. What enters is a typed node whose operands are
// typed (and folded) already; what leaves is the same node as ND_INT or ND_FLOAT, or
// unchanged when it has no defined constant value.
//
// What always holds: an ND_INT's value is extended to 64 bits from its type, signed types
// by sign, others by zero; so values compare as int64_t or uint64_t by the signedness of
// their type. A float constant holds a value that float can represent. Nothing that C
// leaves undefined is ever folded: it stays an operator that traps when it runs, and
// const_fault tells the checker why.
//
// long double is double here (language.md section 1), so the arithmetic of the host's
// double is exact.
#include "front/check/const_eval.h"
#include <assert.h>
#include <math.h>

uint64_t const_wrap(const Type *type, uint64_t value) {
    if (type->kind == TY_BOOL)
        return value != 0;
    unsigned bits = (unsigned)type->size_bytes * 8;
    if (bits >= 64 || bits == 0)
        return value;
    uint64_t mask = ((uint64_t)1 << bits) - 1;
    value &= mask;
    if (type_is_signed(type) && (value >> (bits - 1)) != 0)
        value |= ~mask;
    return value;
}

// The node turns into a number in place; its type stays.
void const_become_int(Node *node, uint64_t value) {
    value = const_wrap(node->type, value);
    node->kind = ND_INT;
    node->lhs = node->rhs = NULL;
    node->value = value;
    node->suffix = 0;
    node->is_char = node->is_bool = node->is_nullptr = false;
    node->enumerator = NULL;
}

// A float is rounded at once, so that what is folded is what would be computed.
void const_become_float(Node *node, double number) {
    node->kind = ND_FLOAT;
    node->lhs = node->rhs = NULL;
    node->number = node->type->kind == TY_FLOAT ? (double)(float)number : number;
}

// ---------------------------------------------------------------- integers

typedef struct IntOp {
    NodeKind kind;
    const Type *type; // of the operands, and of the result of arithmetic
    uint64_t a;
    uint64_t b;
} IntOp;

// Whether the value survives the trip into the type.
static bool fits(const Type *type, int64_t value) {
    return const_wrap(type, (uint64_t)value) == (uint64_t)value;
}

// C17 6.5p5: a result outside of the type is undefined, so it is not folded.
static ConstFault signed_arithmetic(const IntOp *op, uint64_t *result) {
    int64_t a = (int64_t)op->a;
    int64_t b = (int64_t)op->b;
    int64_t value = 0;
    bool overflows = false;
    switch (op->kind) {
    case ND_ADD:
        overflows = __builtin_add_overflow(a, b, &value);
        break;
    case ND_SUB:
        overflows = __builtin_sub_overflow(a, b, &value);
        break;
    case ND_MUL:
        overflows = __builtin_mul_overflow(a, b, &value);
        break;
    default:
        if (b == 0)
            return CONST_DIV_ZERO;
        // The quotient that does not fit makes the remainder undefined as well
        // (C17 6.5.5p6).
        overflows = b == -1 && (a == INT64_MIN || !fits(op->type, -a));
        if (!overflows)
            value = op->kind == ND_DIV ? a / b : a % b;
        break;
    }
    if (overflows || !fits(op->type, value))
        return CONST_OVERFLOW;
    *result = (uint64_t)value;
    return CONST_OK;
}

// C17 6.2.5p9: reduced modulo 2^n; become_int does that.
static ConstFault unsigned_arithmetic(const IntOp *op, uint64_t *result) {
    switch (op->kind) {
    case ND_ADD:
        *result = op->a + op->b;
        return CONST_OK;
    case ND_SUB:
        *result = op->a - op->b;
        return CONST_OK;
    case ND_MUL:
        *result = op->a * op->b;
        return CONST_OK;
    default:
        if (op->b == 0)
            return CONST_DIV_ZERO;
        *result = op->kind == ND_DIV ? op->a / op->b : op->a % op->b;
        return CONST_OK;
    }
}

// Operands were brought to one type, whose signedness decides.
static bool compare_ints(const IntOp *op) {
    bool is_signed = type_is_signed(op->type);
    bool is_less = is_signed ? (int64_t)op->a < (int64_t)op->b : op->a < op->b;
    switch (op->kind) {
    case ND_LT:
        return is_less;
    case ND_LE:
        return is_less || op->a == op->b;
    case ND_GT:
        return !is_less && op->a != op->b;
    case ND_GE:
        return !is_less;
    case ND_EQ:
        return op->a == op->b;
    default:
        return op->a != op->b;
    }
}

// A left shift keeps the bits that fit, as gcc does, also into and beyond the sign.
static ConstFault shift(const IntOp *op, const Type *count_type, uint64_t *result) {
    unsigned bits = (unsigned)op->type->size_bytes * 8;
    if (op->b >= bits || (type_is_signed(count_type) && (int64_t)op->b < 0))
        return CONST_SHIFT;
    if (op->kind == ND_SHL)
        *result = op->a << op->b;
    else if (type_is_signed(op->type))
        *result = (uint64_t)((int64_t)op->a >> op->b);
    else
        *result = op->a >> op->b;
    return CONST_OK;
}

// By kind of operator; comparisons and logic cannot fail.
static ConstFault int_binary(const Node *node, uint64_t *result) {
    IntOp op = {node->kind, node->lhs->type, node->lhs->value, node->rhs->value};
    switch (node->kind) {
    case ND_ADD:
    case ND_SUB:
    case ND_MUL:
    case ND_DIV:
    case ND_REM:
        return type_is_signed(op.type) ? signed_arithmetic(&op, result)
                                       : unsigned_arithmetic(&op, result);
    case ND_SHL:
    case ND_SHR:
        return shift(&op, node->rhs->type, result);
    case ND_BITAND:
        *result = op.a & op.b;
        return CONST_OK;
    case ND_BITOR:
        *result = op.a | op.b;
        return CONST_OK;
    case ND_BITXOR:
        *result = op.a ^ op.b;
        return CONST_OK;
    case ND_AND:
        *result = op.a != 0 && op.b != 0;
        return CONST_OK;
    case ND_OR:
        *result = op.a != 0 || op.b != 0;
        return CONST_OK;
    default:
        *result = compare_ints(&op);
        return CONST_OK;
    }
}

// ---------------------------------------------------------------- floating

// False for operators that are no arithmetic.
static bool fold_float_arithmetic(Node *node, double a, double b) {
    switch (node->kind) {
    case ND_ADD:
        const_become_float(node, a + b);
        return true;
    case ND_SUB:
        const_become_float(node, a - b);
        return true;
    case ND_MUL:
        const_become_float(node, a * b);
        return true;
    case ND_DIV: // IEEE 754: 1.0 / 0.0 is infinity
        const_become_float(node, a / b);
        return true;
    default:
        return false;
    }
}

// Comparisons with a NaN are false, as the host's are.
static void fold_float_binary(Node *node) {
    double a = node->lhs->number;
    double b = node->rhs->number;
    if (fold_float_arithmetic(node, a, b))
        return;
    switch (node->kind) {
    case ND_LT:
        const_become_int(node, a < b);
        break;
    case ND_LE:
        const_become_int(node, a <= b);
        break;
    case ND_GT:
        const_become_int(node, a > b);
        break;
    case ND_GE:
        const_become_int(node, a >= b);
        break;
    case ND_EQ:
        const_become_int(node, a == b);
        break;
    case ND_NE:
        const_become_int(node, a != b);
        break;
    default:
        break;
    }
}

// ---------------------------------------------------------------- the doors

// Null pointers are ND_INTs as well, but not for arithmetic.
static bool is_int_constant(const Node *node) {
    return node->kind == ND_INT && type_is_integer(node->type);
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
    if (!is_int_constant(operand) || const_fault(node) != CONST_OK)
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
                       const_fault(b) != CONST_OK;
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
    if (is_int_constant(a) && is_int_constant(b) && int_binary(node, &result) == CONST_OK)
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
                             const_fault(other) != CONST_OK;
    if (!other_is_constant)
        return;
    if (chosen->kind == ND_INT)
        const_become_int(node, chosen->value);
    else if (chosen->kind == ND_FLOAT)
        const_become_float(node, chosen->number);
}

// The value of a floating constant as an integer type, if it has one (C17 6.3.1.4p1).
static bool float_to_int(double number, const Type *type, uint64_t *value) {
    if (type->kind == TY_BOOL) {
        *value = number != 0;
        return true;
    }
    double whole = trunc(number);
    if (type_is_signed(type)) {
        if (!(whole >= -9223372036854775808.0 && whole < 9223372036854775808.0))
            return false;
        *value = (uint64_t)(int64_t)whole;
    } else {
        if (!(whole >= 0 && whole < 18446744073709551616.0))
            return false;
        *value = (uint64_t)whole;
    }
    return const_wrap(type, *value) == *value;
}

// Once rounded, to nearest, as the host does.
static double int_to_float(const Node *node) {
    return type_is_signed(node->type) ? (double)(int64_t)node->value
                                      : (double)node->value;
}

// long -> float rounds once, not by way of double (C17 6.3.1.4p2).
static double int_to_float_type(const Node *node, const Type *type) {
    if (type->kind != TY_FLOAT)
        return int_to_float(node);
    return type_is_signed(node->type) ? (double)(float)(int64_t)node->value
                                      : (double)(float)node->value;
}

void const_fold_cast(Node *node) {
    const Node *from = node->lhs;
    const Type *type = node->type;
    assert(node->kind == ND_CAST);
    if (from->kind == ND_FLOAT) {
        uint64_t value = 0;
        if (type_is_floating(type))
            const_become_float(node, from->number);
        else if (type_is_integer(type) && float_to_int(from->number, type, &value))
            const_become_int(node, value);
        return;
    }
    if (from->kind != ND_INT)
        return;
    if (type_is_floating(type) && type_is_integer(from->type))
        const_become_float(node, int_to_float_type(from, type));
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

ConstFault const_fault(const Node *node) {
    uint64_t ignored = 0;
    switch (node->kind) {
    case ND_NEG:
        if (!is_int_constant(node->lhs) || !type_is_signed(node->type))
            return CONST_OK;
        return fits(node->type, (int64_t)-node->lhs->value) &&
                       (int64_t)node->lhs->value != INT64_MIN
                   ? CONST_OK
                   : CONST_OVERFLOW;
    case ND_ADD:
    case ND_SUB:
    case ND_MUL:
    case ND_DIV:
    case ND_REM:
    case ND_SHL:
    case ND_SHR:
        if (!is_int_constant(node->rhs))
            return CONST_OK;
        if (!is_int_constant(node->lhs)) { // x / 0, x << 99
            bool is_div = node->kind == ND_DIV || node->kind == ND_REM;
            if (is_div && type_is_integer(node->type) && node->rhs->value == 0)
                return CONST_DIV_ZERO;
            if ((node->kind == ND_SHL || node->kind == ND_SHR) &&
                node->rhs->value >= node->type->size_bytes * 8)
                return CONST_SHIFT;
            return CONST_OK;
        }
        return int_binary(node, &ignored);
    default:
        return CONST_OK;
    }
}
